namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>
/// Pure: who looks after a container that is not ours, by its labels.
/// <code>
/// com.docker.compose.project     the compose project …
/// io.portainer.*                 Portainer
/// komodo.*                       Komodo
/// homelabportal.managed          another portal
/// none of these                  nobody says so
/// </code>
/// </summary>
internal static class Keepers
{
    private const string Compose = "com.docker.compose.project";

    public static string? Of(IReadOnlyDictionary<string, string>? labels, string instance)
    {
        if (labels is null)
            return null;
        if (labels.TryGetValue(Compose, out var project))
            return $"the compose project {project}";
        if (Has(labels, "io.portainer."))
            return "Portainer";
        if (Has(labels, "komodo."))
            return "Komodo";
        return labels.TryGetValue(Compiling.ContainerLabels.Managed, out var portal) && portal != instance ? "another portal" : null;
    }

    private static bool Has(IReadOnlyDictionary<string, string> labels, string prefix) => labels.Keys.Any(label => label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
