package net.sociallook.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;

/** Gateways that leave out one look each. */
enum CarelessChains {
  SKIPS_A_SIGNATURE {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        boolean isSigned(Step.ByKey step) {
          return true;
        }
      };
    }
  },
  TAKES_ANY_DOCUMENT {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        boolean names(Step.ByKey step, byte[] newer) {
          return true;
        }
      };
    }
  },
  TAKES_ONE_FRESH_WORD {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        boolean isOld(Endorsements.Endorsed word, Instant now) {
          return true;
        }
      };
    }
  },
  TAKES_TWO_OF_ONE {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        boolean areTwo(InstitutionId one, InstitutionId other) {
          return true;
        }
      };
    }
  },
  TAKES_ANY_LENGTH {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        boolean isShort(List<Step> chain) {
          return true;
        }
      };
    }
  },
  LEADS_TO_REPRESENTATIVES {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        boolean canBeReached(List<Step> chain, Endorsements.Endorsed by) {
          return true;
        }
      };
    }
  },
  TAKES_ANY_WORD_FOR_THE_KEY {
    @Override
    Chains of(PasskeySignature passkeys, Endorsements endorsements) {
      return new Chains(passkeys, endorsements) {
        @Override
        Optional<Endorsements.Endorsed> replacement(Step.Replacement word, byte[] older) {
          return endorsements.of(word.newer());
        }
      };
    }
  };

  abstract Chains of(PasskeySignature passkeys, Endorsements endorsements);
}
