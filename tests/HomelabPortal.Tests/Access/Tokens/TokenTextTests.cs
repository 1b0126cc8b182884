using HomelabPortal.Access.Tokens;

namespace HomelabPortal.Tests.Access.Tokens;

public sealed class TokenTextTests
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void New_ManyTimes_IsWellFormedAndNeverTheSame()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => TokenText.New()).ToList();

        Assert.All(tokens, token => Assert.Matches("^hlp_[0-9A-Za-z]{49}$", token));
        Assert.All(tokens, token => Assert.True(TokenText.IsWellFormed(token)));
        Assert.Equal(1000, tokens.Distinct().Count());
    }

    [Fact]
    public void Token_OfAKnownSecret_HasTheChecksumOthersWouldCompute() =>
        // CRC-32 of "123456789" is CBF43926 by definition; in base 62 that is 3jZRME.
        Assert.Equal("1234567893jZRME", TokenText.WithChecksum("123456789"));

    [Fact]
    public void Typo_InAnyOnePlace_IsTold()
    {
        var token = TokenText.New();
        var typos = from place in Enumerable.Range(0, token.Length)
                    from letter in Letters
                    where token[place] != letter
                    select string.Concat(token.AsSpan(0, place), letter.ToString(), token.AsSpan(place + 1));

        Assert.DoesNotContain(typos, TokenText.IsWellFormed);
    }

    [Fact]
    public void Neighbours_Swapped_AreTold()
    {
        var token = TokenText.New();
        var swapped = Enumerable.Range(0, token.Length - 1)
            .Where(place => token[place] != token[place + 1])
            .Select(place => $"{token[..place]}{token[place + 1]}{token[place]}{token[(place + 2)..]}");

        Assert.DoesNotContain(swapped, TokenText.IsWellFormed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hlp_")]
    [InlineData("nothing")]
    [InlineData("hlp_ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß")]
    public void Text_ThatIsNoToken_IsTold(string text) => Assert.False(TokenText.IsWellFormed(text));

    [Fact]
    public void Token_CutOffOrLengthened_IsTold()
    {
        var token = TokenText.New();

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.False(TokenText.IsWellFormed(token[..length])));
        Assert.False(TokenText.IsWellFormed(token + "0"));
    }
}
