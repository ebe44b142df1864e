//! Stretches of odd numbers from which the multiples of small primes are struck out.
//!
//! The larger the largest small prime, the fewer numbers are left for the costly test: the part
//! of numbers without a prime factor below B is about 0.56 / ln B. Up to 2^20 instead of the
//! usual first 2,048 primes spares three tests in ten and costs a few milliseconds.

use rand::{Rng, RngExt};
use rsa::BoxedUint;
use zeroize::Zeroizing;

/// The odd primes up to a limit, prepared for numbers of one length.
pub(super) struct SmallPrimes {
    primes: Vec<SmallPrime>,
    words: usize,
}

#[derive(Clone, Copy)]
struct SmallPrime {
    prime: u32,
    /// 2^(64 * words - 1) modulo the prime.
    shift: u32,
    /// The inverse of the prime modulo 2^64.
    inverse: u64,
}

/// A random odd number and the [`LENGTH`] odd numbers from it on, sieved.
pub(super) struct Stretch {
    start: Zeroizing<Vec<u64>>,
    struck: Zeroizing<Vec<bool>>,
}

/// An odd number that no small prime divides.
pub(super) struct Candidate(Zeroizing<Vec<u64>>);

impl SmallPrimes {
    /// Prepares for numbers of `bits` bits, a multiple of 64.
    pub(super) fn for_numbers_of(bits: u32) -> Self {
        let words = bits as usize / 64;
        let primes = odd_primes_below(LIMIT).map(|prime| SmallPrime::new(prime, words)).collect();
        Self { primes, words }
    }

    /// How many candidates it takes on average until one is prime. Of the numbers near N one in ln N
    /// is, and the sieve leaves 0.56 / ln B of them; the logarithms' base is the same for both.
    pub(super) fn candidates_for_a_prime(bits: u32) -> u64 {
        u64::from(bits) * 5615 / (10_000 * u64::from(LIMIT_BITS))
    }

    /// A stretch from a random odd number, both of whose highest bits are set, so that the product
    /// of two such numbers has its full length.
    pub(super) fn stretch(&self, random: &mut impl Rng) -> Stretch {
        let mut start = Zeroizing::new(vec![0; self.words]);
        random.fill(start.as_mut_slice());
        if let [first, ..] = start.as_mut_slice() {
            *first |= 1;
        }
        if let [.., last] = start.as_mut_slice() {
            *last |= 3 << 62;
        }
        let struck = self.strike(&start);
        Stretch { start, struck }
    }

    fn strike(&self, start: &[u64]) -> Zeroizing<Vec<bool>> {
        let mut struck = Zeroizing::new(vec![false; LENGTH]);
        let mut strike = |prime: &SmallPrime, reduced: u64| {
            let step = prime.prime as usize;
            let first = reduced * u64::from(prime.shift) % u64::from(prime.prime);
            for index in (first as usize..LENGTH).step_by(step) {
                struck[index] = true;
            }
        };
        // Several divisions side by side keep the multiplier busy; one waits for itself.
        let (fours, rest) = self.primes.as_chunks::<4>();
        for four in fours {
            let reduced = reduce(start, four);
            for (prime, reduced) in four.iter().zip(reduced) {
                strike(prime, reduced);
            }
        }
        for prime in rest {
            let [reduced] = reduce(start, &[*prime]);
            strike(prime, reduced);
        }
        struck
    }
}

impl SmallPrime {
    fn new(prime: u32, words: usize) -> Self {
        let p = u64::from(prime);
        let word = u64::MAX % p + 1;
        let mut power = 1;
        for bit in (0..usize::BITS - words.leading_zeros()).rev() {
            power = power * power % p;
            if words >> bit & 1 == 1 {
                power = power * word % p;
            }
        }
        let half = p.div_ceil(2);
        Self { prime, shift: (power * half % p) as u32, inverse: inverse(p) }
    }
}

/// The inverse of an odd number modulo 2^64.
pub(super) fn inverse(odd: u64) -> u64 {
    // Newton's iteration doubles the correct bits; an odd number is its own inverse to 3 bits.
    let mut inverse = odd;
    for _ in 0..5 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(inverse)));
    }
    inverse
}

/// For each prime the negative of the number divided by 2^(64 * words), modulo the prime.
///
/// Exact division from the lowest word up, which needs multiplications only (Jebelean, "An
/// algorithm for exact division", 1993).
fn reduce<const N: usize>(number: &[u64], primes: &[SmallPrime; N]) -> [u64; N] {
    let mut carry = [0_u64; N];
    for word in number {
        for (carry, prime) in carry.iter_mut().zip(primes) {
            let (difference, borrow) = word.overflowing_sub(*carry);
            let quotient = difference.wrapping_mul(prime.inverse);
            let product = u128::from(quotient) * u128::from(prime.prime);
            *carry = (product >> 64) as u64 + u64::from(borrow);
        }
    }
    carry
}

impl Stretch {
    /// The numbers without a small factor, in their order.
    pub(super) fn candidates(&self) -> impl Iterator<Item = Candidate> {
        let left = self.struck.iter().enumerate().filter(|(_, struck)| !**struck);
        left.map_while(|(index, _)| self.number(index as u64))
    }

    /// The start plus twice the index, or `None` where that is a bit too long.
    fn number(&self, index: u64) -> Option<Candidate> {
        let mut words = self.start.clone();
        let mut carry = 2 * index;
        for word in words.iter_mut() {
            let (sum, overflow) = word.overflowing_add(carry);
            (*word, carry) = (sum, u64::from(overflow));
        }
        (carry == 0).then_some(Candidate(words))
    }
}

impl Candidate {
    /// The number, its lowest word first.
    pub(super) fn words(&self) -> &[u64] {
        &self.0
    }

    /// The number in the type that `crypto-primes` and `rsa` take.
    pub(super) fn to_uint(&self) -> BoxedUint {
        let bytes: Zeroizing<Vec<u8>> =
            Zeroizing::new(self.0.iter().flat_map(|word| word.to_le_bytes()).collect());
        BoxedUint::from_le_slice_truncated(&bytes, self.0.len() as u32 * u64::BITS)
    }
}

fn odd_primes_below(limit: usize) -> impl Iterator<Item = u32> {
    // The flag at `i` stands for 2 * i + 1.
    let mut composite = vec![false; limit / 2];
    let mut odd = 3;
    while odd * odd < limit {
        if !composite[odd / 2] {
            for multiple in (odd * odd / 2..limit / 2).step_by(odd) {
                composite[multiple] = true;
            }
        }
        odd += 2;
    }
    let odd_numbers = composite.into_iter().zip((1..).step_by(2)).skip(1);
    odd_numbers.filter(|(composite, _)| !composite).map(|(_, number)| number)
}

// Each doubling spares one test in twenty and doubles the milliseconds spent here.
const LIMIT: usize = 1 << LIMIT_BITS;
const LIMIT_BITS: u32 = 20;
// One in 710 odd numbers of 2048 bits is prime: a stretch without any is rare (1 in 100,000).
const LENGTH: usize = 8192;

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;

    #[test]
    fn the_small_primes_are_the_known_ones() {
        let primes: Vec<_> = odd_primes_below(30).collect();
        assert_eq!(primes, [3, 5, 7, 11, 13, 17, 19, 23, 29]);
        // There are 82,025 primes below 2^20, of which 2 is left out.
        assert_eq!(odd_primes_below(1 << 20).count(), 82_024);
    }

    #[test]
    fn exactly_the_multiples_of_small_primes_are_struck_out() {
        for bits in [1536, 2048] {
            let small = SmallPrimes::for_numbers_of(bits);
            let stretch = small.stretch(&mut StdRng::seed_from_u64(7));
            let remainder = |prime: u64| {
                let digits = stretch.start.iter().rev();
                digits.fold(0, |left, word| {
                    let joined = (u128::from(left) << 64) | u128::from(*word);
                    (joined % u128::from(prime)) as u64
                })
            };
            let mut expected = vec![false; LENGTH];
            for prime in odd_primes_below(LIMIT) {
                let prime = u64::from(prime);
                let remainder = remainder(prime);
                for (index, struck) in expected.iter_mut().enumerate() {
                    *struck |= (remainder + 2 * index as u64).is_multiple_of(prime);
                }
            }
            assert!(*stretch.struck == expected, "{bits}");
        }
    }

    #[test]
    fn candidates_are_odd_and_have_both_highest_bits_set() {
        let small = SmallPrimes::for_numbers_of(1536);
        let stretch = small.stretch(&mut StdRng::seed_from_u64(8));
        for candidate in stretch.candidates() {
            assert_eq!((candidate.words()[0] & 1, candidate.words()[23] >> 62), (1, 3));
            assert_eq!(candidate.to_uint().bit_width(), 1536);
        }
    }

    #[test]
    fn a_stretch_ends_before_a_number_that_is_too_long() {
        let stretch = Stretch {
            start: Zeroizing::new(vec![u64::MAX - 4, u64::MAX]),
            struck: Zeroizing::new(vec![false; LENGTH]),
        };
        assert_eq!(stretch.candidates().count(), 3);
    }
}
