using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>What a route uses of other namespaces. Traefik drops a route that does so unless it is told to allow it.</summary>
internal sealed class CrossReferences
{
    private readonly SortedSet<string> _named = new(StringComparer.Ordinal);

    public void Add(string from, string to, string what)
    {
        if (from != to)
            _named.Add(what);
    }

    /// <param name="isAllowed">Traefik's allowCrossNamespace; null when nobody told the portal.</param>
    public Finding? Judge(bool? isAllowed) => (isAllowed, _named.Count) switch
    {
        (_, 0) or (true, _) => null,
        (false, _) => new Finding(
            FindingCodes.CrossNamespace, HealthState.Broken, "Other namespace", $"It uses {Names} of another namespace, which Traefik does not allow here.", "Move it into the route's namespace, or let Traefik allow it (allowCrossNamespace)."),
        _ => new Finding(
            FindingCodes.CrossNamespace, HealthState.Unknown, "Other namespace", $"It uses {Names} of another namespace. Traefik drops such a route unless it runs with allowCrossNamespace.", "Tell the portal with Ingress:AllowCrossNamespace whether it does.")
        {
            NeedsSomeone = false, IsWeighed = false,
        },
    };

    private string Names => string.Join(" and ", _named);
}
