-- An answer has to explain more than a question.

alter table question drop constraint question_answer_check;
alter table question add constraint question_answer_check check (length(answer) between 1 and 4000);
create index question_by_deadline on question (institution, due_at) where answer is null;
