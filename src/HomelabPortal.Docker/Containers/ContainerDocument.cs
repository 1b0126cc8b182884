using System.Text.Json;

namespace HomelabPortal.Docker;

/// <summary>One container as the daemon describes it: what this library has names for, and the whole document.</summary>
public sealed record ContainerDocument(ContainerDetails Details, JsonElement Json);
