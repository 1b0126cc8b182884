using HomelabPortal.Access.SignIn;

namespace HomelabPortal.Tests.Access.SignIn;

/// <summary>Days of guessing on a clock of the test's own.</summary>
public sealed class BruteForceTests
{
    private const string Account = "owner-id";
    private const int MostInAnHour = 20;
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(5);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Strangers_FromAThousandAddresses_GetTwentyGuessesInAnyHour()
    {
        var book = new GuessBook(_clock);
        var made = new List<DateTimeOffset>();
        var until = _clock.GetUtcNow().AddDays(1);
        for (var number = 0; _clock.GetUtcNow() < until; number++)
        {
            for (var at = 0; at < 5; at++)
            {
                if (book.Take(Stranger($"10.{number % 50}.{at}.9")) is null)
                    made.Add(_clock.GetUtcNow());
            }

            _clock.Advance(_step);
        }

        Assert.InRange(made.Count, 24 * 10, 24 * MostInAnHour);
        Assert.All(made, start => Assert.InRange(made.Count(at => at >= start && at - start < TimeSpan.FromHours(1)), 1, MostInAnHour));
    }

    [Fact]
    public void Owner_OnAKnownDevice_GetsInAtOnceWhileStrangersGuess()
    {
        var book = new GuessBook(_clock);
        var owner = new Guess(Account, "OWNER", "203.0.113.7", "a-device");
        var waited = 0;
        for (var number = 0; number < 5000; number++)
        {
            book.Take(Stranger($"10.0.{number % 250}.9"));
            // From the very address of the attackers, too: in the house everybody has the same.
            if (number % 50 == 0 && book.Take(owner with { Address = $"10.0.{number % 250}.9" }) is not null)
                waited++;
            else if (number % 50 == 0)
                book.Right(owner);
            _clock.Advance(_step);
        }

        Assert.Equal(0, waited);
    }

    [Fact]
    public void Owner_OnAnUnknownDevice_SharesTheBudgetOfStrangers()
    {
        var book = new GuessBook(_clock);
        GuessUntilRefused(book, number => Stranger($"10.0.0.{number}"));

        Assert.NotNull(book.Take(Stranger("203.0.113.7")));
    }

    [Fact]
    public void Address_ThatTriesManyAccounts_RunsOut()
    {
        var book = new GuessBook(_clock);
        var made = 0;
        for (var number = 0; number < 700; number++)
        {
            if (book.Take(new Guess(null, $"NAME{number}", "10.0.0.9", null)) is null)
                made++;
            _clock.Advance(_step);
        }

        Assert.InRange(made, 20, GuessLimits.OfAddress);
        Assert.Null(book.Take(new Guess(null, "NAME", "10.0.0.10", null)));
    }

    [Fact]
    public void Address_OfTheSameIpv6Network_IsOneAddress()
    {
        var book = new GuessBook(_clock);
        GuessUntilRefused(book, number => new Guess(null, $"NAME{number}", $"2001:db8:1:2::{number:x}", null), 700);

        Assert.NotNull(book.Take(new Guess(null, "NAME", "2001:db8:1:2:ffff::1", null)));
        Assert.Null(book.Take(new Guess(null, "NAME", "2001:db8:1:3::1", null)));
    }

    [Fact]
    public void Names_WhetherTheyExistOrNot_WaitAlike()
    {
        var book = new GuessBook(_clock);
        for (var number = 0; number < 25; number++)
        {
            Assert.Equal(
                book.Take(new Guess(Account, "OWNER", $"10.0.1.{number}", null)),
                book.Take(new Guess(null, "NOBODY", $"10.0.2.{number}", null)));
            _clock.Advance(_step);
        }
    }

    [Fact]
    public void Flood_OfMadeUpNames_DoesNotMakeRoomForMoreGuesses()
    {
        var book = new GuessBook(_clock);
        GuessUntilRefused(book, number => Stranger($"10.0.0.{number}"));
        for (var number = 0; number < 20_000; number++)
            book.Take(new Guess(null, $"NAME{number}", $"11.{number >> 16}.{(number >> 8) & 255}.{number & 255}", null));

        Assert.NotNull(book.Take(Stranger("12.0.0.1")));
    }

    [Fact]
    public void Wait_AfterEachWrongOne_GrowsToTwoMinutes()
    {
        var book = new GuessBook(_clock);
        var device = new Guess(Account, "OWNER", "10.0.0.9", "a-device");
        var waits = new List<double>();
        for (var number = 0; number < 12; number++)
        {
            while (book.Take(device) is { } wait)
            {
                waits.Add(wait.TotalSeconds);
                _clock.Advance(wait);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 120, 120], waits);
    }

    private static Guess Stranger(string address) => new(Account, "OWNER", address, null);

    private void GuessUntilRefused(GuessBook book, Func<int, Guess> guess, int tries = 400)
    {
        for (var number = 1; number <= tries; number++)
        {
            book.Take(guess(number % 250));
            _clock.Advance(_step);
        }
    }
}
