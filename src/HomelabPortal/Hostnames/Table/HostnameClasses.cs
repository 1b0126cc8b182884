namespace HomelabPortal.Hostnames.Table;

/// <summary>The words of the classes, for pages, addresses and the API alike.</summary>
internal static class HostnameClasses
{
    public static IReadOnlyList<HostnameClass> All { get; } = Enum.GetValues<HostnameClass>();

    public static string Word(this HostnameClass kind) => kind switch
    {
        HostnameClass.Healthy => "Healthy",
        HostnameClass.Outside => "Elsewhere",
        HostnameClass.OrphanDns => "Orphan record",
        HostnameClass.OrphanRule => "Orphan rule",
        HostnameClass.DanglingCname => "Dangling",
        HostnameClass.RouteWithoutDns => "No DNS",
        HostnameClass.Shadowed => "Shadowed",
        HostnameClass.ExposedNotDeclared => "Not declared",
        HostnameClass.DeclaredMissing => "Missing",
        _ => "Unknown",
    };

    /// <summary>As it stands in an address: "orphan-record".</summary>
    public static string Key(this HostnameClass kind) => kind.Word().ToLowerInvariant().Replace(' ', '-');

    public static HostnameClass? OfKey(string? key) => All.Where(kind => kind.Key() == key).Select(kind => (HostnameClass?)kind).FirstOrDefault();

    /// <summary>True when it says that something is wrong, which only what was seen can say.</summary>
    public static bool IsAccusation(this HostnameClass kind) => kind > HostnameClass.Unknown;
}
