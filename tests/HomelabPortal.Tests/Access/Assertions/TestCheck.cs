using System.Net;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Tests.Access.Assertions;

/// <summary>A check on a manual clock, whose keys come from a scripted server.</summary>
internal sealed class TestCheck : IDisposable
{
    private readonly KeySetFetcher _fetcher;
    private readonly KeySetCache _keys;

    public TestCheck()
    {
        Server = new ScriptedHandler(_ => IsDown ? new HttpResponseMessage(HttpStatusCode.BadGateway) : ScriptedHandler.Json(Published ?? Issuer.KeySet()));
        _fetcher = new KeySetFetcher(Server);
        _keys = new KeySetCache(cancel => _fetcher.FetchAsync(new Uri(TestIssuer.Name + "/cdn-cgi/access/certs"), cancel), Time);
        Check = new AssertionCheck(new AssertionRules(TestIssuer.Name, TestIssuer.Audience), _keys, Time);
    }

    public TestIssuer Issuer { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public ScriptedHandler Server { get; }

    public AssertionCheck Check { get; }

    public bool IsDown { get; set; }

    /// <summary>What is published instead of the issuer's own keys.</summary>
    public string? Published { get; set; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public Task<AssertionVerdict> LookAsync(string text) => Check.LookAsync(text, CancellationToken.None);

    public async Task<string> RefusalAsync(string text) => Assert.IsType<AssertionVerdict.Refused>(await LookAsync(text)).Why;

    public void Dispose()
    {
        Issuer.Dispose();
        _keys.Dispose();
        _fetcher.Dispose();
        Server.Dispose();
    }
}
