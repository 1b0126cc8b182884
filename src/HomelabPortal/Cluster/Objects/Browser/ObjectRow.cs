namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>One object of any kind in a list of names.</summary>
/// <param name="Href">Its page, or that of its YAML.</param>
public sealed record ObjectRow(string Namespace, string Name, DateTimeOffset? Created, bool IsDeleting, string Href)
{
    public string Key => $"{Namespace}/{Name}";
}
