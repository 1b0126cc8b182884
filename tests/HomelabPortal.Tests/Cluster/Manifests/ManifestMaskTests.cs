using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Objects.Manifests;

namespace HomelabPortal.Tests.Cluster.Manifests;

public sealed class ManifestMaskTests
{
    private const string Known = "hunter2!x";

    [Theory]
    [InlineData("""{"env":[{"name":"DB_PASSWORD","value":"hunter2!x"}]}""")]
    [InlineData("""{"env":[{"value":"hunter2!x","name":"SONARR__API_KEY"}]}""")]
    [InlineData("""{"args":["--admin-password=hunter2!x"]}""")]
    [InlineData("""{"args":["--token","hunter2!x","--verbose"]}""")]
    [InlineData("""{"env":[{"name":"TOKENIZER_API_KEY","value":"hunter2!x"}]}""")]
    [InlineData("""{"command":["sh","-c","export API_TOKEN=hunter2!x; run"]}""")]
    [InlineData("""{"spec":{"options":"user=lab:password=hunter2!x;mode=fast"}}""")]
    [InlineData("""{"data":{"DB_PASSWORD":"hunter2!x"}}""")]
    [InlineData("""{"data":{"app.ini":"[db]\nhost = db\npassword = hunter2!x\n"}}""")]
    [InlineData("""{"data":{"app.yaml":"db:\n  password: \"hunter2!x\"\n"}}""")]
    [InlineData("""{"data":{"app.json":"{\"db\":{\"password\":\"hunter2!x\"}}"}}""")]
    [InlineData("""{"data":{"broken.json":"{\"db\":{\"password\":\"hunter2!x\""}}""")]
    [InlineData("""{"spec":{"url":"postgres://lab:hunter2!x@db:5432/app"}}""")]
    [InlineData("""{"spec":{"valuesContent":"env:\n- name: ADMIN_PASSWORD\n  value: hunter2!x\n"}}""")]
    [InlineData("""{"spec":{"helm":{"parameters":[{"name":"auth.password","value":"hunter2!x","forceString":true}]}}}""")]
    [InlineData("""{"spec":{"headers":{"customRequestHeaders":{"Authorization":"Basic hunter2!x"}}}}""")]
    [InlineData("""{"metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2!x\"}]}"}}}""")]
    [InlineData("""{"metadata":{"annotations":{"objectset.rio.cattle.io/applied":"H4sIhunter2!x"}}}""")]
    [InlineData("""{"spec":{"key":"-----BEGIN RSA PRIVATE KEY-----\nhunter2!x\n-----END RSA PRIVATE KEY-----\n"}}""")]
    public void Value_ThatLooksLikeASecret_IsMaskedAndCounted(string json)
    {
        var mask = new ManifestMask();

        var shown = mask.Apply(Parse(json)).ToJsonString();

        Assert.DoesNotContain(Known, shown);
        Assert.Contains(Hidden.Mask, JsonNode.Parse(shown)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(1, mask.Count);
    }

    [Theory]
    [InlineData("""{"env":[{"name":"TZ","value":"Europe/Berlin"},{"name":"DB_PASSWORD_FILE","value":"/run/db"},{"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"name":"db","key":"password"}}}]}""")]
    [InlineData("""{"volumes":[{"name":"tls","secret":{"secretName":"wildcard-tls"}}],"automountServiceAccountToken":false,"imagePullSecrets":[{"name":"registry"}]}""")]
    [InlineData("""{"data":{"app.yaml":"password: ${DB_PASSWORD}\ntokenFile: /run/token\n"}}""")]
    [InlineData("""{"args":["--max-num-batched-tokens","8192","--max-total-tokens=4096","--tokenizer","mistral"]}""")]
    [InlineData("""{"kind":"CustomResourceDefinition","spec":{"description":"password: the word"}}""")]
    [InlineData("""{"metadata":{"labels":{"app.kubernetes.io/name":"token-proxy"},"annotations":{"secret.reloader.stakater.com/reload":"db"}}}""")]
    [InlineData("""{"spec":{"tls":{"crt":"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"}}}""")]
    public void Value_ThatOnlyPointsToASecret_StaysAsItIs(string json)
    {
        var mask = new ManifestMask();

        Assert.Equal(Parse(json).ToJsonString(), mask.Apply(Parse(json)).ToJsonString());
        Assert.Equal(0, mask.Count);
    }

    [Fact]
    public void Text_AnyOne_IsMaskedWithoutFailingAndOnlyOnce() => Prop.ForAll<NonNull<string>, NonNull<string>>((left, right) =>
    {
        var masked = SecretText.Mask($"{left.Get} password={right.Get} token: {left.Get}");

        return SecretText.Mask(masked) == masked;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Text_VeryLongOne_IsMaskedInTime()
    {
        var hostile = string.Concat(Enumerable.Repeat("a://a:password=\"", 60_000));

        Assert.NotEqual(hostile, SecretText.Mask(hostile));
    }

    [Fact]
    public void Manifest_Masked_LeavesTheOriginalAlone()
    {
        var original = Parse("""{"data":{"PASSWORD":"hunter2!x"}}""");

        new ManifestMask().Apply(original);

        Assert.Equal(Known, (string?)original["data"]!["PASSWORD"]);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
