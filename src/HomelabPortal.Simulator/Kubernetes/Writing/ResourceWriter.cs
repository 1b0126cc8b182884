using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Apply;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Creates and changes objects as the API does: defaults, validation, ownership of fields, then one write.</summary>
internal sealed class ResourceWriter(KubernetesStore store)
{
    private readonly ServiceAddresses _addresses = new();

    public JsonObject Create(ApiRequest request, JsonObject json, WriteOptions options) => store.Transact(() =>
    {
        if (json["metadata"]?["resourceVersion"] is { } version && (string?)version is not ("" or "0"))
            throw Statuses.Failure(500, "", "resourceVersion should not be set on objects to be created");
        return Insert(request, json, options, false);
    });

    /// <summary>Replaces the object with what the client sent, or its part that <see cref="ApiRequest.Subresource"/> names.</summary>
    public WriteResult Replace(ApiRequest request, JsonObject json, WriteOptions options) => store.Transact(() =>
    {
        var existing = store.Find(request.Resource, Key(request));
        if (existing is null && request.Subresource.Length == 0 && request.Resource is { Group: "coordination.k8s.io" } or { Group: "", Plural: "events" })
            return new WriteResult(Insert(request, json, options, false), true);
        if (existing is null) throw Statuses.NotFound(request.Resource, request.Name!);
        if (json["metadata"]?["resourceVersion"] is null && (request.Resource.IsCustom || request.Resource.Plural == "leases"))
            throw Statuses.MissingVersion(request.Resource, request.Name!);
        return new WriteResult(Overwrite(request, existing, json, options, false), false);
    });

    /// <summary>Changes the stored object by a patch.</summary>
    public JsonObject Patch(ApiRequest request, Func<JsonObject, JsonObject> patch, WriteOptions options) => store.Transact(() =>
    {
        var existing = store.Find(request.Resource, Key(request)) ?? throw Statuses.NotFound(request.Resource, request.Name!);
        return Overwrite(request, existing, patch(existing.ToJson(request.Version)), options, false);
    });

    public WriteResult Apply(ApiRequest request, JsonObject wanted, WriteOptions options) => store.Transact(() =>
    {
        var existing = store.Find(request.Resource, Key(request));
        if (existing is null && request.Subresource.Length > 0) throw Statuses.NotFound(request.Resource, request.Name!);
        var live = existing?.ToJson(request.Version);
        var version = (string?)wanted["metadata"]?["resourceVersion"];
        if (version is { Length: > 0 } && existing is null) throw Statuses.Modified(request.Resource, request.Name!);
        var applied = ServerSideApply.Run(live, wanted, FieldSchema.Of(request.Resource, request.Version), Writer(request, options), options.Force);
        return existing is null
            ? new WriteResult(Insert(request, applied, options, true), true)
            : new WriteResult(Overwrite(request, existing, applied, options, true), false);
    });

    private JsonObject Insert(ApiRequest request, JsonObject json, WriteOptions options, bool applied)
    {
        var resource = request.Resource;
        var metadata = json["metadata"]!.AsObject();
        if (string.IsNullOrEmpty((string?)metadata["name"]))
        {
            if ((string?)metadata["generateName"] is not { Length: > 0 } prefix)
                throw Statuses.Invalid(resource, "", [FieldError.Required("metadata.name", "name or generateName is required")]);
            metadata["name"] = prefix + store.NewSuffix();
        }
        var name = (string)metadata["name"]!;
        if (request.Namespace is { } ns && store.Find(store.Catalog.ByPlural("", "namespaces")!, ns) is null)
            throw Statuses.NotFound(store.Catalog.ByPlural("", "namespaces")!, ns);
        if (store.Find(resource, StoredObject.KeyOf(request.Namespace, name)) is not null) throw Statuses.AlreadyExists(resource, name);
        Defaults.Fill(resource, json);
        if (resource.HasStatus && resource is not { Group: "", Kind: "Node" }) json.Remove("status");
        // What the server itself adds from here on has no owner.
        if (!applied) UpdateOwnership.Record(null, json, FieldSchema.Of(resource, request.Version), Writer(request, options));
        Defaults.InitialStatus(resource, json);
        Defaults.Allocate(resource, json, null, _addresses);
        if (resource.Kind == "CustomResourceDefinition") DefinitionStatus.Establish(json, store.Time.GetUtcNow());
        ObjectIdentity.Begin(resource, json, store);
        Check(request, json, null);
        return options.DryRun ? json : store.Write(resource, json, ChangeType.Added).ToJson(request.Version);
    }

    private JsonObject Overwrite(ApiRequest request, StoredObject existing, JsonObject json, WriteOptions options, bool applied)
    {
        var resource = request.Resource;
        var before = existing.ToJson(request.Version);
        var metadata = json["metadata"]!.AsObject();
        if ((string?)metadata["uid"] is { Length: > 0 } uid && uid != existing.Uid)
            throw Statuses.Precondition(resource, existing.Name, "UID", uid, existing.Uid);
        if ((string?)metadata["resourceVersion"] is { Length: > 0 } version && version != (string?)before["metadata"]!["resourceVersion"])
            throw Statuses.Modified(resource, existing.Name);
        var owners = metadata["managedFields"]?.DeepClone();
        json = Parts.Combine(resource, request.Subresource, before, json);
        ObjectIdentity.Keep(json, before);
        if (request.Subresource.Length == 0)
        {
            Defaults.Fill(resource, json);
            Defaults.Allocate(resource, json, before, _addresses);
        }
        if (resource.Kind == "CustomResourceDefinition") DefinitionStatus.Establish(json, store.Time.GetUtcNow());
        ObjectIdentity.SetGeneration(resource, json, before);
        Check(request, json, before);
        if (applied && owners is not null) json["metadata"]!["managedFields"] = owners;
        else if (applied) json["metadata"]!.AsObject().Remove("managedFields");
        else UpdateOwnership.Record(before, json, FieldSchema.Of(resource, request.Version), Writer(request, options));
        if (JsonNode.DeepEquals(json, before)) return before;
        if (options.DryRun) return json;
        // An object that waits for its finalizers goes with the last of them.
        var ends = request.Subresource.Length == 0 && IsOver(json);
        return store.Write(resource, json, ends ? ChangeType.Deleted : ChangeType.Modified).ToJson(request.Version);
    }

    private static bool IsOver(JsonObject json) =>
        json["metadata"] is { } metadata && metadata["deletionTimestamp"] is not null && metadata["finalizers"] is not JsonArray { Count: > 0 }
        && (long?)metadata["deletionGracePeriodSeconds"] is null or 0;

    private static void Check(ApiRequest request, JsonObject json, JsonObject? before)
    {
        var name = (string)json["metadata"]!["name"]!;
        List<FieldError> errors =
        [
            .. before is null ? NameRules.Check(request.Resource, name) : [],
            .. request.Resource.IsCustom
                ? SchemaRules.Check(json, request.Resource.Schemas.GetValueOrDefault(request.Version))
                : BuiltInRules.Check(request.Resource.Kind, json, before),
        ];
        if (errors.Count > 0) throw Statuses.Invalid(request.Resource, name, errors);
    }

    private FieldWriter Writer(ApiRequest request, WriteOptions options) =>
        new(options.Manager, request.ApiVersion, request.Subresource, ObjectIdentity.Timestamp(store.Time.GetUtcNow()));

    private static string Key(ApiRequest request) => StoredObject.KeyOf(request.Namespace, request.Name!);
}
