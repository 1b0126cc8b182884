using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Selecting;

/// <summary>A field selector: <c>spec.nodeName=node1,status.phase!=Failed</c>. Each kind supports a few fields.</summary>
internal sealed class FieldSelector
{
    private const int NameField = -1;
    private const int NamespaceField = -2;
    private readonly List<(int Field, string Value, bool Equal)> _terms;

    private FieldSelector(List<(int, string, bool)> terms) => _terms = terms;

    public bool IsEmpty => _terms.Count == 0;

    /// <exception cref="StatusException">400 when it cannot be read or the kind does not support a field.</exception>
    public static FieldSelector Parse(string text, ApiResource resource)
    {
        List<(int, string, bool)> terms = [];
        foreach (var term in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = term.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw Statuses.BadRequest($"invalid selector: '{text}'; can't understand '{term}'");
            var differs = term[at - 1] == '!';
            var field = term[..(differs ? at - 1 : at)];
            var value = term[(at + (at + 1 < term.Length && term[at + 1] == '=' ? 2 : 1))..];
            terms.Add((FieldOf(field, resource), value, !differs));
        }
        return new FieldSelector(terms);
    }

    public bool Matches(StoredObject item)
    {
        foreach (var (field, value, equal) in _terms)
        {
            var actual = field switch { NameField => item.Name, NamespaceField => item.Namespace, _ => item.Fields[field] };
            if ((actual == value) != equal) return false;
        }
        return true;
    }

    private static int FieldOf(string field, ApiResource resource)
    {
        if (field == "metadata.name") return NameField;
        if (field == "metadata.namespace" && resource.IsNamespaced) return NamespaceField;
        var index = resource.SelectableFields.IndexOf(field);
        return index >= 0 ? index : throw Statuses.BadRequest(resource.IsCustom || resource.SelectableFields.Length > 0
            ? $"field label not supported: {field}"
            : $"\"{field}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }
}
