using System.Text.Json;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Tests.Gpu.Work.Masking;

public sealed class SecretFinderTests
{
    [Theory]
    [InlineData("""{"Config":{"Env":["DB_PASSWORD=hunter22"]}}""", "hunter22")]
    [InlineData("""{"Config":{"Cmd":["vllm","--api-key","sk-12345678"]}}""", "sk-12345678")]
    [InlineData("""{"Config":{"Cmd":["vllm","--api-key=sk-12345678"]}}""", "sk-12345678")]
    [InlineData("""{"Config":{"Cmd":["sh","-c","app --token abcdefgh && true"]}}""", "abcdefgh")]
    [InlineData("""{"Config":{"Env":["URL=postgres://app:pa55word@db/app"]}}""", "pa55word")]
    [InlineData("""{"Config":{"Labels":{"app.secret":"s3cr3t-value"}}}""", "s3cr3t-value")]
    [InlineData("""{"HostConfig":{"LogConfig":{"Config":{"splunk-token":"abc-def-ghi"}}}}""", "abc-def-ghi")]
    public void Secret_ByTheNameBesideIt_IsFound(string json, string secret) => Assert.Contains(secret, Find(json));

    [Theory]
    [InlineData("""{"Config":{"Env":["DB_PASSWORD_FILE=/run/secrets/db","PATH=/usr/bin"]}}""")]
    [InlineData("""{"Config":{"Cmd":["--model","Qwen/Qwen3-14B-AWQ"]}}""")]
    [InlineData("""{"NetworkSettings":{"SandboxKey":"/var/run/docker/netns/1"}}""")]
    public void Text_ThatOnlyLooksAlike_IsNot(string json) => Assert.Empty(Find(json));

    [Fact]
    public void Variable_MarkedBySomebody_IsFoundWhateverItsName() => Assert.Contains("blue-42", Find("""{"Config":{"Env":["FAVOURITE=blue-42"]}}""", "FAVOURITE"));

    [Fact]
    public void Mask_OfWordsThatEveryTextHas_LeavesThem() => Assert.True(SecretMask.Of(["true", "8080", "on", ""]).IsEmpty);

    private static IReadOnlySet<string> Find(string json, params string[] known)
    {
        using var document = JsonDocument.Parse(json);
        return SecretFinder.Of(document.RootElement, known.ToHashSet());
    }
}
