using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <param name="Created">Whether the object is new.</param>
internal readonly record struct WriteResult(JsonObject Object, bool Created);
