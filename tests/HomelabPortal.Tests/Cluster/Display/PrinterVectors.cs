using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Display;

/// <summary>Kubernetes' own table tests of kubectl's columns, decoded through the client library's records.</summary>
internal static class PrinterVectors
{
    /// <summary>The moment at which the tables were made.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Age(IKubernetesObject item) => HumanDuration.Age(item.Metadata.CreationTimestamp, Now);

    public static IReadOnlyList<(T Object, string[] Cells, bool Wide)> Read<T>(ResourceType<T> type, params ReadOnlySpan<string> tables)
        where T : class, IKubernetesObject
    {
        // The tables use the internal names of fields that are spelled differently on the wire.
        var text = File.ReadAllText(SharedData.PathOf("kube-printer-vectors.json")).Replace("\"reportingController\"", "\"reportingComponent\"").Replace("\"aPIGroup\"", "\"apiGroup\"");
        var document = JsonNode.Parse(text)!;
        var vectors = new List<(T, string[], bool)>();
        foreach (var table in tables)
        {
            foreach (var vector in document[table]!.AsArray())
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(vector!["object"]);
                var wide = (bool?)(vector["wide"] ?? vector["options"]?["wide"]) ?? false;
                vectors.Add((type.Decode(json), [.. vector["cells"]!.AsArray().Select(cell => cell!.ToString())], wide));
            }
        }

        return vectors;
    }

    /// <summary>Compares as many cells as are displayed; wide tables may have columns that no page shows.</summary>
    public static void Check<T>(IReadOnlyList<(T Object, string[] Cells, bool Wide)> vectors, int expected, Func<T, bool, string[]> cells)
        where T : class, IKubernetesObject
    {
        Assert.Equal(expected, vectors.Count);
        Assert.Multiple([.. vectors.Select(vector => (Action)(() =>
        {
            var actual = cells(vector.Object, vector.Wide);
            Assert.Equal(vector.Cells[..actual.Length], actual);
        }))]);
    }
}
