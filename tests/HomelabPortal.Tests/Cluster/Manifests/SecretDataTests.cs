using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Objects.Manifests;

namespace HomelabPortal.Tests.Cluster.Manifests;

public sealed class SecretDataTests
{
    [Fact]
    public void Secret_Data_LeavesKeysAndSizesAlone()
    {
        var shown = SecretData.Hide(Parse("""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"db"},"type":"Opaque","data":{"password":"aHVudGVyMg==","empty":""},"stringData":{"note":"hunter2"}}"""));

        Assert.Equal("‹hidden, 7 bytes›", (string?)shown["data"]!["password"]);
        Assert.Equal("‹hidden, 0 bytes›", (string?)shown["data"]!["empty"]);
        Assert.Equal("‹hidden, 7 bytes›", (string?)shown["stringData"]!["note"]);
        Assert.Equal("Opaque", (string?)shown["type"]);
    }

    [Theory]
    [InlineData("kubectl.kubernetes.io/last-applied-configuration", """{\"kind\":\"Secret\",\"data\":{\"password\":\"aHVudGVyMg==\"}}""")]
    [InlineData("kopf.zalando.org/last-handled-configuration", """ {\"data\":{\"password\":\"aHVudGVyMg==\"}}""")]
    [InlineData("some.tool/copy", """- password: hunter2\n- b""")]
    [InlineData("objectset.rio.cattle.io/applied", "H4sIAAAAAAAA/aHVudGVyMg==AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Secret_CopyInAnAnnotation_IsHidden(string annotation, string value)
    {
        var shown = SecretData.Hide(Parse($$$"""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"db","annotations":{"{{{annotation}}}":"{{{value}}}","short":"kept"}},"data":{}}"""));

        Assert.DoesNotContain("aHVudGVyMg", shown.ToJsonString());
        Assert.DoesNotContain("hunter2", shown.ToJsonString());
        Assert.Equal("kept", (string?)shown["metadata"]!["annotations"]!["short"]);
    }

    [Theory]
    [InlineData("""{"apiVersion":"v1","kind":"Secret","data":"aHVudGVyMg=="}""")]
    [InlineData("""{"apiVersion":"v1","kind":"Secret","data":["aHVudGVyMg=="]}""")]
    [InlineData("""{"apiVersion":"v1","kind":"Secret","data":{"a":{"b":"aHVudGVyMg=="}}}""")]
    [InlineData("""{"apiVersion":"v1","kind":"Secret","data":{"a":["aHVudGVyMg=="]},"stringData":null}""")]
    [InlineData("""{"kind":"Secret","data":{"a":"aHVudGVyMg=="}}""")]
    public void Secret_OfAnOddShape_IsHiddenToo(string json) => Assert.DoesNotContain("aHVudGVyMg", SecretData.Hide(Parse(json)).ToJsonString());

    [Fact]
    public void OtherKind_WithData_IsLeftAlone()
    {
        const string json = """{"apiVersion":"v1","kind":"ConfigMap","data":{"a":"b"}}""";

        Assert.Equal(json, SecretData.Hide(Parse(json)).ToJsonString());
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
