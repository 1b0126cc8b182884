using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>A session's cookie that was changed in any way signs nobody in, and upsets nothing.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class TamperedCookieTests : IAsyncLifetime
{
    private const int Flips = 600;
    private HostedPortal? _portal;
    private string _value = "";
    private SessionInfo? _session;

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartAsync();
        _session = await _portal.BeginSessionAsync(await _portal.AddAccountAsync("ann", Role.Admin));
        _value = (await _portal.CookieOfAsync(_session, "ann")).Split('=', 2)[1];
    }

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    [Fact]
    public async Task Cookie_Untouched_SignsIn() => Assert.Equal((204, "ann"), await AskAsync($"portal={_value}"));

    [Fact]
    public async Task Cookie_WithAnyBitFlippedOrCutOff_SignsNobodyIn()
    {
        var random = new Random(20261121);
        var bytes = Base64Url(_value);
        var tampered = Enumerable.Range(0, Flips)
            .Select(_ => Flip(bytes, random.Next(bytes.Length * 8)))
            .Concat(Enumerable.Range(0, 80).Select(_ => bytes[..random.Next(bytes.Length)]))
            .Concat([[.. bytes, 0], [.. bytes, .. bytes], [], [.. bytes[..^32], .. new byte[32]], new byte[bytes.Length]])
            .Select(Text)
            .Concat(["", "x", "%00", "null", _value[1..], _value.ToUpperInvariant(), _value + "==", "chunks-3", new string('A', 5000), "\u00e9\u00e9"]);

        await AssertNobodyAsync(tampered);
    }

    [Fact]
    public async Task Cookie_OfAnotherPurposeOrPortal_SignsNobodyIn()
    {
        var ticket = new AuthenticationTicket(SessionCookie.PrincipalOf(_session!, "ann", ""), SessionCookie.Scheme);
        var serialized = TicketSerializer.Default.Serialize(ticket);
        var own = _portal!.Services.GetRequiredService<IDataProtectionProvider>();
        const string Middleware = "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware";

        await AssertNobodyAsync(new[]
        {
            own.CreateProtector("something else").Protect(serialized),
            own.CreateProtector(Middleware, "Cookies", "v2").Protect(serialized),
            own.CreateProtector(Middleware, SessionCookie.Scheme, "v1").Protect(serialized),
            new EphemeralDataProtectionProvider().CreateProtector(Middleware, SessionCookie.Scheme, "v2").Protect(serialized),
            serialized,
        }.Select(Text));
    }

    [Fact]
    public async Task Cookie_OfASessionThatIsNotThere_SignsNobodyIn()
    {
        var unknown = _session! with { Id = new string('a', 32) };

        await AssertNobodyAsync([(await _portal!.CookieOfAsync(unknown, "ann")).Split('=', 2)[1]]);
    }

    private async Task AssertNobodyAsync(IEnumerable<string> values)
    {
        foreach (var value in values)
            Assert.Equal((value, (401, (string?)null)), (value, await AskAsync($"portal={value}")));
    }

    private async Task<(int Status, string? Name)> AskAsync(string cookie)
    {
        var context = await _portal!.SendAsync(context =>
        {
            context.Request.Path = "/_portal/session";
            context.Request.Headers.Cookie = cookie;
        });
        return (context.Response.StatusCode, context.User.Identity?.Name);
    }

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var copy = (byte[])bytes.Clone();
        copy[bit / 8] ^= (byte)(1 << (bit % 8));
        return copy;
    }

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private static string Text(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
