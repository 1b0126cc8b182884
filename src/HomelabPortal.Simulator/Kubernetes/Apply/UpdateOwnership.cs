using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>Records who owns what after a create, update or patch.</summary>
internal static class UpdateOwnership
{
    private const int MostUpdaters = 10;

    /// <summary>Sets the managedFields of <paramref name="after"/>: what changed belongs to the writer, and to nobody else any more.</summary>
    public static void Record(JsonObject? before, JsonObject after, FieldSchema schema, FieldWriter writer)
    {
        var owners = FieldOwner.Read(before);
        var (changed, removed) = FieldSets.Compare(before, after, schema);
        if (changed.IsEmpty && removed.IsEmpty)
        {
            FieldOwner.Write(after, owners);
            return;
        }
        var gone = FieldSet.Union(changed, removed);
        var mine = changed;
        List<FieldOwner> result = [];
        foreach (var owner in owners)
        {
            if (owner.IsSameAs(writer.Manager, FieldOwner.Update, writer.Subresource)) mine = FieldSet.Union(FieldSet.Minus(owner.Fields, removed), changed);
            else result.Add(owner with { Fields = FieldSet.Minus(owner.Fields, gone) });
        }
        result.Add(new FieldOwner(writer.Manager, FieldOwner.Update, writer.ApiVersion, writer.Subresource, writer.Time, mine));
        FieldOwner.Write(after, WithinCap(result));
    }

    private static List<FieldOwner> WithinCap(List<FieldOwner> owners)
    {
        var updaters = owners.Where(owner => owner.Operation == FieldOwner.Update && !owner.Fields.IsEmpty).OrderBy(owner => owner.Time, StringComparer.Ordinal).ToList();
        if (updaters.Count <= MostUpdaters) return owners;
        var ancient = updaters[..(updaters.Count - MostUpdaters + 1)];
        var merged = ancient[0] with { Manager = "ancient-changes", Fields = ancient.Select(owner => owner.Fields).Aggregate(FieldSet.Union) };
        return [.. owners.Except(ancient), merged];
    }
}
