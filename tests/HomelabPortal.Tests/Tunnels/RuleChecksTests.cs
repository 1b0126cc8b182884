using HomelabPortal.Desired;
using HomelabPortal.Tunnels.Editing;

namespace HomelabPortal.Tests.Tunnels;

public sealed class RuleChecksTests
{
    [Theory]
    [InlineData("http://10.0.0.20:8080")]
    [InlineData("https://nas.lan")]
    [InlineData("tcp://10.0.0.5:5432")]
    [InlineData("ssh://10.0.0.5:22")]
    [InlineData("rdp://10.0.0.5:3389")]
    [InlineData("smb://10.0.0.5:445")]
    [InlineData("unix:/run/app.sock")]
    [InlineData("unix+tls:/run/app.sock")]
    [InlineData("http_status:404")]
    [InlineData("hello_world")]
    [InlineData("bastion")]
    public void Read_ServiceOfEveryKind_IsTaken(string service) => Assert.Empty(Read(service: service));

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.20")]
    [InlineData("ftp://10.0.0.20")]
    [InlineData("ssh://10.0.0.5")]
    [InlineData("http://10.0.0.20/app")]
    [InlineData("http_status:999")]
    [InlineData("unix:app.sock")]
    public void Read_OtherService_IsRefusedAtTheField(string service) => Assert.Contains(RuleChecks.ServiceField, Read(service: service));

    /// <summary>Terraform2234: a text such as "30s" makes every route of the tunnel answer 503.</summary>
    [Theory]
    [InlineData("""{"connectTimeout":"30s"}""")]
    [InlineData("""{"tlsTimeout":1.5}""")]
    [InlineData("""{"tcpKeepAlive":-1}""")]
    public void Terraform2234_DurationThatIsNoWholeNumber_IsRefused(string settings) => Assert.Contains(RuleChecks.SettingsField, Read(settings: settings));

    /// <summary>DockFlare319: another spelling of a member is ignored by Cloudflare, and the setting is lost.</summary>
    [Fact]
    public void DockFlare319_MemberInAnotherSpelling_IsRefusedWithTheRightOne() =>
        Assert.Contains("matchSNItoHost", Read(settings: """{"matchSNIToHost":true}""")[RuleChecks.SettingsField], StringComparison.Ordinal);

    [Fact]
    public void Read_MemberNobodyKnows_IsLetThrough() => Assert.Empty(Read(settings: """{"futureMember":{"a":1}}"""));

    [Fact]
    public void Read_PathOnAStream_IsRefused() => Assert.Contains(RuleChecks.PathField, Read(service: "ssh://10.0.0.5:22", path: "^/a"));

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)")]
    public void Read_PathThatCloudflaredCannotRead_IsRefused(string path) => Assert.Contains(RuleChecks.PathField, Read(path: path));

    [Fact]
    public void Read_NeitherLoginNorConfirmed_IsRefused() => Assert.Contains(RuleChecks.LoginField, Read(isPublic: false));

    private static IReadOnlyDictionary<string, string> Read(string service = "http://10.0.0.20", string? path = null, string? settings = null, bool isPublic = true) =>
        RuleChecks.Read(new RuleText("docs.cowlab.org", path, service, settings, null, isPublic, HasRecord: false), "en1", "t", 0, new DesiredState()).Faults;
}
