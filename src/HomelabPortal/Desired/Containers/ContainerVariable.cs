using System.Text.Json.Serialization;

namespace HomelabPortal.Desired.Containers;

/// <summary>One variable of a container's environment: its value, or where its secret value is kept.</summary>
public sealed record ContainerVariable
{
    public required string Name { get; init; }

    public string? Value { get; init; }

    /// <summary>Names an encrypted value of the store. A new value gets a new name, so that the specification differs without holding it.</summary>
    public string? Secret { get; init; }

    /// <summary>The secret is written into a file of the container, and the variable NAME_FILE says where; only for secrets.</summary>
    public bool IsFile { get; init; }

    [JsonIgnore]
    public bool IsSecret => Secret is not null;
}
