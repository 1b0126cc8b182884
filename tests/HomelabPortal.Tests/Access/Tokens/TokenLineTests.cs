using System.Collections.Immutable;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Access.Tokens;

public sealed class TokenLineTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_OfAnAccount_SayHowEachTokenStandsHoldingOnesFirst()
    {
        var tokens = new[]
        {
            Token("revoked") with { RevokedAt = _now }, Token("expired") with { ExpiresAt = _now }, Token("soon") with { ExpiresAt = _now.AddDays(13) },
            Token("fine"), Token("of another") with { AccountId = "somebody else" },
        };
        var state = new AccessState { Tokens = ImmutableDictionary.CreateRange(tokens.Select(token => KeyValuePair.Create(token.Id, token))) };

        var lines = TokenLine.Of(state, "me", _now);

        Assert.Equal(["fine Active", "soon Ends soon", "expired Expired", "revoked Revoked"], lines.Select(line => $"{line.Token.Name} {line.Word}"));
        Assert.Equal([true, true, false, false], lines.Select(line => line.Holds));
        Assert.Equal(HealthState.Degraded, lines[1].State);
    }

    private static TokenInfo Token(string name) => new(name, "me", name, "hash", "abcd", [Scopes.ReadLab], _now, _now.AddDays(90), null, null, null);
}
