//! A quick look at a number that tells nearly every composite one.
//!
//! It only spares time. No prime fails it, and what passes is tested for primality by
//! `crypto-primes` all the same, so a key never depends on the arithmetic here. To the base 2 each
//! step is a squaring and a doubling, and a squaring needs a quarter fewer products than the
//! general multiplication of `crypto-bigint`: three tests take the time of two.

use zeroize::Zeroizing;

/// Whether an odd number, lowest word first and with its highest bit set, fails Fermat's little
/// theorem to the base 2. Looks at the factors of RSA-3072 and RSA-4096 only.
pub(super) fn is_certainly_composite(number: &[u64]) -> bool {
    // Lengths known to the compiler are worth a tenth of the time.
    if let Ok(number) = <&[u64; 24]>::try_from(number) {
        return fails(number);
    }
    <&[u64; 32]>::try_from(number).is_ok_and(fails)
}

fn fails<const WORDS: usize>(number: &[u64; WORDS]) -> bool {
    let modulus = Modulus::new(number);
    let one = modulus.one();
    let mut power = one.clone();
    let mut product = Zeroizing::new(vec![0; 2 * WORDS]);
    // The exponent is the number less one: its bits, the lowest cleared.
    for (at, word) in number.iter().enumerate().rev() {
        for bit in (0..u64::BITS).rev() {
            modulus.square(&mut power, &mut product);
            let set = if at == 0 && bit == 0 { 0 } else { word >> bit & 1 };
            modulus.double_if(set, &mut power);
        }
    }
    *power != *one
}

/// Arithmetic modulo a number N, on values x below N that stand for x / R, where R = 2^64 to the
/// power of the number of words (Montgomery, "Modular multiplication without trial division").
///
/// Which values it works on does not change how long it takes, so that a number that turns out
/// to be prime stays unknown to whoever else runs on this computer.
struct Modulus<'a, const WORDS: usize> {
    number: &'a [u64; WORDS],
    /// -1 / N modulo 2^64.
    factor: u64,
}

impl<'a, const WORDS: usize> Modulus<'a, WORDS> {
    fn new(number: &'a [u64; WORDS]) -> Self {
        let inverse = super::sieve::inverse(number[0]);
        Self { number, factor: inverse.wrapping_neg() }
    }

    /// What stands for 1, which is R - N, the highest bit of N being set.
    fn one(&self) -> Zeroizing<[u64; WORDS]> {
        let mut one = Zeroizing::new([0; WORDS]);
        self.reduce_once(&mut one, 1);
        one
    }

    /// Squares a value; `product` is room for twice its words.
    fn square(&self, value: &mut [u64; WORDS], product: &mut [u64]) {
        product.fill(0);
        // Every product of two different words once, then doubled, and the squares of the words.
        for (at, word) in value.iter().enumerate() {
            let row = &mut product[2 * at + 1..];
            let (row, above) = row.split_at_mut(WORDS - at - 1);
            above[0] = add_multiple(row, &value[at + 1..], *word);
        }
        let (mut shifted_out, mut carry) = (0, 0);
        for (pair, word) in product.as_chunks_mut::<2>().0.iter_mut().zip(value.iter()) {
            let crossed = u128::from(pair[0]) | u128::from(pair[1]) << 64;
            let doubled = crossed << 1 | shifted_out;
            shifted_out = crossed >> 127;
            let (sum, first) = doubled.overflowing_add(u128::from(*word) * u128::from(*word));
            let (sum, second) = sum.overflowing_add(carry);
            carry = u128::from(first) + u128::from(second);
            *pair = [sum as u64, (sum >> 64) as u64];
        }
        // Multiples of N make the lower half zero; the upper half is the result.
        let mut carry = 0;
        for at in 0..WORDS {
            let (row, above) = product[at..].split_at_mut(WORDS);
            let multiple = row[0].wrapping_mul(self.factor);
            let sum = u128::from(add_multiple(row, self.number, multiple))
                + u128::from(above[0])
                + u128::from(carry);
            (above[0], carry) = (sum as u64, (sum >> 64) as u64);
        }
        value.copy_from_slice(&product[WORDS..]);
        self.reduce_once(value, carry);
    }

    /// Doubles a value if `set` is 1, and takes as long if it is 0.
    fn double_if(&self, set: u64, value: &mut [u64; WORDS]) {
        let mask = set.wrapping_neg();
        let mut carry = 0;
        for word in value.iter_mut() {
            let sum = u128::from(*word) + u128::from(*word & mask) + carry;
            (*word, carry) = (sum as u64, sum >> 64);
        }
        self.reduce_once(value, carry as u64);
    }

    /// Subtracts N where value and carry together are not below it.
    fn reduce_once(&self, value: &mut [u64; WORDS], carry: u64) {
        let (mut reduced, mut borrow) = ([0; WORDS], 0);
        for ((word, reduced), subtrahend) in value.iter().zip(&mut reduced).zip(self.number) {
            (*reduced, borrow) = subtract(*word, *subtrahend, borrow);
        }
        let below = (borrow & !carry).wrapping_neg();
        for (word, reduced) in value.iter_mut().zip(reduced) {
            *word = *word & below | reduced & !below;
        }
    }
}

/// Adds a multiple of `words` to `row`, which is as long, and returns the carry.
fn add_multiple(row: &mut [u64], words: &[u64], multiple: u64) -> u64 {
    let mut carry = 0;
    for (sum, word) in row.iter_mut().zip(words) {
        // (2^64 - 1)^2 + 2 * (2^64 - 1) is the largest number of two words.
        let wide = u128::from(*word) * u128::from(multiple) + u128::from(*sum) + carry;
        (*sum, carry) = (wide as u64, wide >> 64);
    }
    carry as u64
}

/// The difference modulo 2^64 and the borrow, 0 or 1.
fn subtract(minuend: u64, subtrahend: u64, borrow: u64) -> (u64, u64) {
    let (difference, first) = minuend.overflowing_sub(subtrahend);
    let (difference, second) = difference.overflowing_sub(borrow);
    (difference, u64::from(first | second))
}

#[cfg(test)]
mod tests {
    use crypto_primes::{Flavor, is_prime, random_prime};
    use rand::rngs::StdRng;
    use rand::{RngExt, SeedableRng};
    use rsa::BoxedUint;

    use super::*;

    fn words(number: &BoxedUint) -> Vec<u64> {
        let bytes = number.to_le_bytes();
        bytes.as_chunks().0.iter().map(|word| u64::from_le_bytes(*word)).collect()
    }

    #[test]
    fn no_prime_is_called_composite() {
        let mut random = StdRng::seed_from_u64(1);
        for _ in 0..200 {
            let prime: BoxedUint = random_prime(&mut random, Flavor::Any, 256);
            assert!(!fails::<4>(words(&prime).as_slice().try_into().unwrap()), "{prime}");
        }
        for bits in [1536, 1536, 2048, 2048] {
            let prime: BoxedUint = random_prime(&mut random, Flavor::Any, bits);
            assert!(!is_certainly_composite(&words(&prime)), "{prime}");
        }
    }

    #[test]
    fn random_numbers_are_judged_as_crypto_primes_judges_them() {
        let mut random = StdRng::seed_from_u64(2);
        let mut primes = 0;
        for _ in 0..20_000 {
            let number = [random.random::<u64>() | 1, random.random::<u64>() | 1 << 63];
            let bytes: Vec<_> = number.iter().flat_map(|word| word.to_le_bytes()).collect();
            let prime = is_prime(Flavor::Any, &BoxedUint::from_le_slice(&bytes, 128).unwrap());
            assert_eq!(fails(&number), !prime, "{number:x?}");
            primes += usize::from(prime);
        }
        assert!(primes > 100, "the numbers must include primes: {primes}");
    }

    #[test]
    fn numbers_whose_words_are_all_ones_or_nearly_are_judged_rightly() {
        // The largest primes below 2^64 and 2^128.
        assert!(!fails(&[u64::MAX - 58]));
        assert!(!fails(&[u64::MAX - 158, u64::MAX]));
        assert!(fails(&[u64::MAX, u64::MAX]));
        assert!(fails(&[1, 1 << 63]));
        assert!(is_certainly_composite(&[u64::MAX; 24]));
        assert!(is_certainly_composite(&[u64::MAX; 32]));
    }

    #[test]
    fn a_number_of_another_length_is_not_judged() {
        assert!(!is_certainly_composite(&[u64::MAX; 16]));
    }
}
