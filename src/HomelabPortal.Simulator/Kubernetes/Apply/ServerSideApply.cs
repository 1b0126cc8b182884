using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>Server-side apply: merges what one manager wants into an object that others own parts of.</summary>
internal static class ServerSideApply
{
    /// <summary>The object after the apply, with its managedFields.</summary>
    /// <exception cref="StatusException">409 when others own fields that would change, unless forced.</exception>
    public static JsonObject Run(JsonObject? live, JsonObject wanted, FieldSchema schema, FieldWriter writer, bool force)
    {
        var owners = FieldOwner.Read(live);
        var last = owners.Find(owner => owner.IsSameAs(writer.Manager, FieldOwner.Apply, writer.Subresource));
        var others = owners.Where(owner => owner != last).ToList();
        var mine = FieldSets.Of(wanted, schema);
        var result = live is null ? wanted.DeepClone().AsObject() : ApplyMerge.Merge(live, wanted, schema).AsObject();

        if (live is not null && last is not null)
        {
            var owned = others.Select(owner => owner.Fields).Append(mine).Aggregate(FieldSet.Union);
            ApplyMerge.Prune(result, FieldSet.Minus(last.Fields, owned), owned, schema);
        }
        var (changed, removed) = live is null ? (new FieldSet(), new FieldSet()) : FieldSets.Compare(live, result, schema);
        var conflicts = others.Select(owner => (Owner: owner, Fields: FieldSet.Both(owner.Fields, changed))).Where(conflict => !conflict.Fields.IsEmpty).ToList();
        if (conflicts.Count > 0 && !force) throw ConflictOf(conflicts);
        var lost = FieldSet.Union(changed, removed);
        var same = live is not null && lost.IsEmpty && last is not null && last.Fields.SameAs(mine);
        FieldOwner.Write(result,
        [
            .. others.Select(owner => owner with { Fields = FieldSet.Minus(owner.Fields, lost) }),
            new FieldOwner(writer.Manager, FieldOwner.Apply, writer.ApiVersion, writer.Subresource, same ? last!.Time : writer.Time, mine),
        ]);
        return result;
    }

    private static StatusException ConflictOf(List<(FieldOwner Owner, FieldSet Fields)> conflicts)
    {
        var all = conflicts.SelectMany(conflict => conflict.Fields.Paths().Select(path => (By: conflict.Owner.Describe(), Path: path))).ToList();
        var causes = new JsonArray([.. all.Select(conflict => new JsonObject
        {
            ["reason"] = "FieldManagerConflict",
            ["message"] = "conflict with " + conflict.By,
            ["field"] = conflict.Path,
        })]);
        if (all.Count == 1) return Statuses.ApplyConflict($"Apply failed with 1 conflict: conflict with {all[0].By}: {all[0].Path}", causes);
        var lines = all.GroupBy(conflict => conflict.By).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"conflicts with {group.Key}:\n{string.Join("\n", group.Select(conflict => "- " + conflict.Path))}");
        return Statuses.ApplyConflict($"Apply failed with {all.Count} conflicts: {string.Join("\n", lines)}", causes);
    }
}
