using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Apply;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class FieldSetTests
{
    [Theory]
    [InlineData("""{"f:spec":{"f:ports":{"k:{\"port\":80,\"protocol\":\"TCP\"}":{".":{},"f:port":{}}}}}""")]
    [InlineData("""{"f:metadata":{"f:finalizers":{"v:\"x\"":{}},"f:labels":{".":{},"f:a":{}}}}""")]
    public void Json_ReadAndWritten_IsTheSame(string json) =>
        Assert.Equal(Parse(json).ToJson().ToJsonString(), JsonNode.Parse(json)!.ToJsonString());

    [Fact]
    public void Paths_ArePrintedAsTheServerPrintsThem() =>
        Assert.Equal(
            [".spec.replicas", """.spec.template.containers[name="a"].image""", ".spec.template.ports[containerPort=80,protocol=\"TCP\"]"],
            Parse("""{"f:spec":{"f:replicas":{},"f:template":{"f:containers":{"k:{\"name\":\"a\"}":{"f:image":{}}},"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{}}}}}""").Paths());

    [Fact]
    public void Sets_CombineByPath()
    {
        var left = Parse("""{"f:a":{},"f:b":{"f:c":{}}}""");
        var right = Parse("""{"f:b":{"f:c":{},"f:d":{}}}""");

        Assert.Equal([".a", ".b.c", ".b.d"], FieldSet.Union(left, right).Paths());
        Assert.Equal([".b.c"], FieldSet.Both(left, right).Paths());
        Assert.Equal([".a"], FieldSet.Minus(left, right).Paths());
    }

    [Fact]
    public void Compare_OfAKeyedListInAnotherOrder_FindsNoChange()
    {
        var before = JsonNode.Parse("""{"metadata":{"name":"x"},"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]}}""")!.AsObject();
        var after = JsonNode.Parse("""{"metadata":{"name":"x"},"spec":{"containers":[{"name":"b","image":"2"},{"name":"a","image":"1"}]}}""")!.AsObject();

        var (changed, removed) = FieldSets.Compare(before, after, BuiltInFieldSchema.Root("Pod"));

        Assert.Equal([""".spec.containers[name="b"].image"""], changed.Paths());
        Assert.True(removed.IsEmpty);
    }

    private static FieldSet Parse(string json) => FieldSet.FromJson(JsonNode.Parse(json)!.AsObject());
}
