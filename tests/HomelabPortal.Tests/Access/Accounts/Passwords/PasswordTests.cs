using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Access.Accounts.Passwords;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("elevenchars", false)]
    [InlineData("twelve chars", true)]
    [InlineData("three mild green towers", true)]
    [InlineData("пароль из слов", true)]
    [InlineData("Password1234", false)]
    [InlineData("qwertyuiop12", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("jacqueline12", false)]
    [InlineData("2026-Jacqueline", false)]
    [InlineData("jacqueline likes tea", true)]
    public void Fault_OfAPassword_IsSaidOrNot(string password, bool isGood) => Assert.Equal(isGood, PasswordRules.FaultOf(password, "jacqueline") is null);

    [Fact]
    public void Fault_OfALongPassword_ComesAt257()
    {
        var long256 = string.Concat(Enumerable.Repeat("abcdefgh", 32));

        Assert.Null(PasswordRules.FaultOf(long256, "anna"));
        Assert.NotNull(PasswordRules.FaultOf(long256 + "a", "anna"));
    }

    [Fact]
    public void Hash_OfAPassword_HasTheRoundsAndOpensWithItOnly()
    {
        var hashing = new PasswordHashing();
        var account = new Account();
        account.PasswordHash = hashing.HashPassword(account, "three mild green towers");
        var bytes = Convert.FromBase64String(account.PasswordHash);

        // Version 3: pseudo-random function (2 is HMAC-SHA512) and rounds, each a big-endian number.
        Assert.Equal((1, 2, PasswordHashing.Rounds), (bytes[0], ReadNumber(bytes, 1), ReadNumber(bytes, 5)));
        Assert.Equal(PasswordVerificationResult.Success, hashing.Verify(account, "three mild green towers"));
        Assert.Equal(PasswordVerificationResult.Failed, hashing.Verify(account, "three mild green tower"));
        Assert.Equal(PasswordVerificationResult.Failed, hashing.Verify(null, "three mild green towers"));
        Assert.Equal(PasswordVerificationResult.Failed, hashing.Verify(new Account(), "three mild green towers"));
    }

    [Fact]
    public void Hash_OfFewerRounds_IsToBeMadeAnew()
    {
        var weak = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 }));
        var account = new Account();
        account.PasswordHash = weak.HashPassword(account, "three mild green towers");

        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, new PasswordHashing().Verify(account, "three mild green towers"));
    }

    private static int ReadNumber(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
