using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Tests.Docker;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Checks;

/// <summary>Every kind of question, put to real servers on loopback.</summary>
public sealed class AskerTests
{
    private static readonly CancellationToken _never = CancellationToken.None;

    [Theory]
    [InlineData(200, "200-299", Verdict.Up)]
    [InlineData(401, "200-299,401", Verdict.Up)]
    [InlineData(503, "200-299", Verdict.Down)]
    [InlineData(301, "200-299", Verdict.Down)]
    public async Task Http_WithAStatus_IsJudgedByWhatIsExpected(int status, string expected, Verdict verdict)
    {
        using var server = new HttpServer(HttpServer.Status(status, headers: status == 301 ? "Location: /elsewhere\r\n" : ""));

        Assert.Equal(verdict, (await AskAsync(new HttpQuestion(server.Address) { Statuses = expected })).Verdict);
    }

    [Fact]
    public async Task Http_WithTheText_IsUpAndSaysNothingOfTheBody()
    {
        using var server = new HttpServer(HttpServer.Ok("secret words: Ollama is running"));

        var (found, missing) = (await AskAsync(new HttpQuestion(server.Address) { Contains = "Ollama is running" }), await AskAsync(new HttpQuestion(server.Address) { Contains = "not there" }));

        Assert.Equal((Verdict.Up, Verdict.Down), (found.Verdict, missing.Verdict));
        Assert.DoesNotContain("secret", found.Words + missing.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_Redirect_IsFollowedOnlyWhenAsked()
    {
        using var end = new HttpServer(HttpServer.Ok());
        using var begin = new HttpServer(HttpServer.Status(302, headers: $"Location: {end.Address}\r\n"));

        Assert.Equal(Verdict.Up, (await AskAsync(new HttpQuestion(begin.Address) { FollowsRedirects = true })).Verdict);
        Assert.Single(end.Requests);
        Assert.Equal(Verdict.Down, (await AskAsync(new HttpQuestion(begin.Address))).Verdict);
        Assert.Single(end.Requests);
    }

    [Fact]
    public async Task Http_RedirectToALink_IsNotConnectedTo()
    {
        using var server = new HttpServer(HttpServer.Status(302, headers: "Location: http://169.254.169.254/latest/meta-data/\r\n"));

        var answer = await AskAsync(new HttpQuestion(server.Address) { FollowsRedirects = true });

        Assert.Equal(Verdict.Unknown, answer.Verdict);
        Assert.Contains("Such places are not asked", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    public async Task Http_ToThePortalsOwnMachine_IsNotSent(string address)
    {
        using var server = new HttpServer(HttpServer.Ok());

        var answer = await AskAsync(new HttpQuestion(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, server.Port)), allowsLoopback: false);

        Assert.Equal(Verdict.Unknown, answer.Verdict);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Https_WithACertificateThatNobodyTrusts_IsUpOnlyWhenThatIsAllowed()
    {
        using var certificates = new TestCertificates();
        using var server = new HttpServer(HttpServer.Ok(), certificates.Server);

        Assert.Equal(Verdict.Down, (await AskAsync(new HttpQuestion(server.Address))).Verdict);
        Assert.Equal(Verdict.Up, (await AskAsync(new HttpQuestion(server.Address) { VerifiesTls = false })).Verdict);
    }

    [Fact]
    public async Task Tcp_ToAPortThatListensOrNot_IsUpOrDown()
    {
        using var server = new HttpServer(HttpServer.Ok());
        var closed = ClosedPort();

        Assert.Equal(Verdict.Up, (await AskAsync(new TcpQuestion("127.0.0.1", server.Port))).Verdict);
        Assert.Equal((Verdict.Down, "It refuses connections: the machine is there, but nothing listens."), await WordsAsync(new TcpQuestion("127.0.0.1", closed)));
    }

    [Fact]
    public async Task Tls_OfARealServer_SaysHowLongItHolds()
    {
        using var certificates = new TestCertificates();
        using var server = new HttpServer(HttpServer.Ok(), certificates.Server);

        var answer = await AskAsync(new TlsQuestion("127.0.0.1", server.Port));

        Assert.Equal(Verdict.Up, answer.Verdict);
        Assert.Contains("This machine does not know who signed it", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, SslPolicyErrors.None, Verdict.Down)]
    [InlineData(13, SslPolicyErrors.None, Verdict.Down)]
    [InlineData(15, SslPolicyErrors.None, Verdict.Up)]
    [InlineData(90, SslPolicyErrors.RemoteCertificateNameMismatch, Verdict.Down)]
    [InlineData(90, SslPolicyErrors.RemoteCertificateChainErrors, Verdict.Up)]
    public void Tls_ByTheDaysLeft_IsJudged(int days, SslPolicyErrors errors, Verdict verdict)
    {
        var now = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(verdict, TlsAsker.Judge(new TlsQuestion("nas.lan"), "nas.lan", errors, now.AddDays(days).AddHours(1), now, TimeSpan.Zero).Verdict);
    }

    [Theory]
    [InlineData(null, Verdict.Up)]
    [InlineData("10.0.0.20", Verdict.Up)]
    [InlineData("10.0.0.99", Verdict.Down)]
    public async Task Dns_Answer_IsComparedWithWhatIsExpected(string? expected, Verdict verdict)
    {
        using var server = new DnsServer((question, _) => DnsServer.Answer(question, 1, [10, 0, 0, 20]));

        Assert.Equal(verdict, (await AskAsync(new DnsQuestion("nas.lan", "A", $"{server.Place}", expected))).Verdict);
    }

    [Fact]
    public async Task Dns_AnswerThatDoesNotFit_IsAskedForByTcp()
    {
        using var server = new DnsServer((question, isTcp) => isTcp ? DnsServer.Answer(question, 1, [10, 0, 0, 20]) : DnsServer.Cut(question));

        Assert.Equal((Verdict.Up, "It answers 10.0.0.20."), await WordsAsync(new DnsQuestion("nas.lan", "A", $"{server.Place}")));
    }

    [Fact]
    public async Task Dns_NameThatIsNotThere_IsDown()
    {
        using var server = new DnsServer((question, _) => DnsServer.Error(question, 3));

        Assert.Equal((Verdict.Down, "There is no such name."), await WordsAsync(new DnsQuestion("nas.lan", "A", $"{server.Place}")));
    }

    [Fact]
    public async Task Ping_WhereItIsNotAllowed_IsUnknownAndSaysWhatToGrant()
    {
        var answer = await AskAsync(new PingQuestion("127.0.0.1"), sockets: new NoSockets());

        Assert.Equal(Verdict.Unknown, answer.Verdict);
        Assert.Contains("NET_RAW", answer.Words, StringComparison.Ordinal);
    }

    /// <summary>Where this machine lets nobody ping, that is what must be said.</summary>
    [Fact]
    public async Task Ping_OfThisMachine_ComesBackOrIsNotAllowed()
    {
        var answer = await AskAsync(new PingQuestion("127.0.0.1"));

        Assert.True(answer.Verdict == Verdict.Up || answer.Words == PingAsker.NotAllowed, answer.Words);
    }

    [Fact]
    public void Echo_Answer_IsKnownByItsToken()
    {
        byte[] token = [1, 2, 3, 4];
        byte[] answer = [0, 0, 9, 9, 0, 1, 0, 1, 1, 2, 3, 4];

        Assert.True(Echo.IsAnswer(AddressFamily.InterNetwork, answer, token));
        Assert.True(Echo.IsAnswer(AddressFamily.InterNetwork, [0x45, .. new byte[19], .. answer], token));
        Assert.False(Echo.IsAnswer(AddressFamily.InterNetwork, answer, [1, 2, 3, 5]));
        Assert.False(Echo.IsAnswer(AddressFamily.InterNetwork, Echo.Ask(AddressFamily.InterNetwork, 1, token), token));
    }

    [Theory]
    [InlineData("200-299,401", true)]
    [InlineData("200", true)]
    [InlineData("", false)]
    [InlineData("299-200", false)]
    [InlineData("99", false)]
    [InlineData("200-299-300", false)]
    [InlineData("ok", false)]
    public void Statuses_AreReadOrRefused(string text, bool isRead) => Assert.Equal(isRead, StatusRanges.Read(text) is not null);

    [Fact]
    public async Task Name_ThatNoServerAnswersFor_SaysNothingOfTheTarget()
    {
        var network = new CheckNetwork(Options.Create(new CheckOptions { LookUpFor = TimeSpan.FromMilliseconds(100) }), async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return [];
        });

        var fault = await Assert.ThrowsAsync<CheckFault>(() => network.ResolveAsync("nas.lan", _never));

        Assert.Equal((Verdict.Unknown, "The DNS of the portal's machine did not answer for nas.lan."), (fault.Answer.Verdict, fault.Answer.Words));
    }

    internal static Asker Make(bool allowsLoopback = true, EchoSockets? sockets = null, TimeProvider? time = null)
    {
        var (network, clock) = (new CheckNetwork(Options.Create(new CheckOptions { AllowLoopback = allowsLoopback })), time ?? TimeProvider.System);
        return new Asker(
            new HttpAsker(network, clock), new TcpAsker(network, clock), new TlsAsker(network, clock), new DnsAsker(network, new Random(1), clock), new PingAsker(network, sockets ?? new EchoSockets(), new Random(1), clock));
    }

    internal static int ClosedPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Dispose();
        return port;
    }

    private static async Task<(Verdict, string)> WordsAsync(CheckQuestion question)
    {
        var answer = await AskAsync(question);
        return (answer.Verdict, answer.Words);
    }

    private static async Task<CheckAnswer> AskAsync(CheckQuestion question, bool allowsLoopback = true, EchoSockets? sockets = null)
    {
        try
        {
            return await Make(allowsLoopback, sockets).AskAsync(question, _never);
        }
        catch (CheckFault fault)
        {
            return fault.Answer;
        }
    }

    private sealed class NoSockets : EchoSockets
    {
        public override Socket? Open(AddressFamily family) => null;
    }
}
