using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>One request with its answer, the path without host and version.</summary>
internal sealed record Exchange(string Method, string Path, IReadOnlyList<(string Name, string Value)> Query, JsonNode? Body, int Status, string Answer)
{
    public override string ToString() => $"{Method} {Path}{(Query.Count > 0 ? "?" + string.Join('&', Query.Select(pair => $"{pair.Name}={pair.Value}")) : "")} → {Status}";
}
