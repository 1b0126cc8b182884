namespace HomelabPortal.Kubernetes;

/// <summary>Where one kind of object lives in the API.</summary>
public class ResourceType
{
    /// <param name="group">Empty for the core group.</param>
    /// <param name="version">The version this library was written for.</param>
    /// <param name="plural">The name in the path, such as "pods".</param>
    /// <param name="kind">The name in manifests, such as "Pod".</param>
    /// <param name="isNamespaced">False for cluster-scoped kinds such as nodes.</param>
    /// <param name="olderVersions">Versions with the same fields, used when the server does not serve the first choice.</param>
    public ResourceType(string group, string version, string plural, string kind, bool isNamespaced, params IReadOnlyList<string> olderVersions)
    {
        Group = group;
        Version = version;
        Plural = plural;
        Kind = kind;
        IsNamespaced = isNamespaced;
        OlderVersions = olderVersions;
    }

    public string Group { get; }

    public string Version { get; }

    public string Plural { get; }

    public string Kind { get; }

    public bool IsNamespaced { get; }

    public IReadOnlyList<string> OlderVersions { get; }

    /// <summary>The value of <c>apiVersion</c> in manifests.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The same kind in a given version, and in no other.</summary>
    public virtual ResourceType In(string version) => new(Group, version, Plural, Kind, IsNamespaced);

    public override string ToString() => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>Path without a leading slash; the namespace is null for all namespaces.</summary>
    internal string CollectionPath(string? ns)
    {
        var root = Group.Length == 0 ? $"api/{Version}" : $"apis/{Group}/{Version}";
        return ns is null || !IsNamespaced ? $"{root}/{Plural}" : $"{root}/namespaces/{Uri.EscapeDataString(ns)}/{Plural}";
    }

    /// <exception cref="ArgumentException">The kind is namespaced and no namespace was given, or the name is empty.</exception>
    internal string ObjectPath(string? ns, string name, string? subresource = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (IsNamespaced && string.IsNullOrEmpty(ns))
            throw new ArgumentException($"{Kind} \"{name}\" needs a namespace.", nameof(ns));
        var path = $"{CollectionPath(ns)}/{Uri.EscapeDataString(name)}";
        return subresource is null ? path : $"{path}/{subresource}";
    }
}
