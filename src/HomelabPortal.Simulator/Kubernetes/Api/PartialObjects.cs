using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Lists of metadata alone, which the Accept header asks for.</summary>
internal static class PartialObjects
{
    private const string ApiVersion = "meta.k8s.io/v1";

    /// <summary>The first form of the header that the server knows is the one it takes.</summary>
    public static bool AreAskedFor(HttpRequest request) =>
        request.Headers.Accept.ToString().Split(',')[0].Split(';', StringSplitOptions.TrimEntries) is ["application/json", .. var parameters]
        && parameters.Contains("as=PartialObjectMetadataList") && parameters.Contains("g=meta.k8s.io") && parameters.Contains("v=v1");

    public static async Task WriteAsync(PipeWriter writer, IReadOnlyList<StoredObject> page, string metadata, CancellationToken cancellationToken)
    {
        writer.Write(Encoding.UTF8.GetBytes($$"""{"kind":"PartialObjectMetadataList","apiVersion":"{{ApiVersion}}","metadata":{{{metadata}}},"items":["""));
        for (var at = 0; at < page.Count; at++)
        {
            if (at > 0) writer.Write(","u8);
            using var whole = JsonDocument.Parse(page[at].ToBytes(page[at].Resource.Versions[0]));
            writer.Write(Encoding.UTF8.GetBytes($$"""{"kind":"PartialObjectMetadata","apiVersion":"{{ApiVersion}}","metadata":{{whole.RootElement.GetProperty("metadata").GetRawText()}}}"""));
        }
        writer.Write("]}"u8);
        await writer.FlushAsync(cancellationToken);
    }
}
