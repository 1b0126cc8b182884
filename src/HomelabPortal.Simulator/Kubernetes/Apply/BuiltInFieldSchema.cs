using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>The list and map types of the built-in kinds, told by the names on the path.</summary>
internal sealed class BuiltInFieldSchema : FieldSchema
{
    // From the listType, listMapKey and structType markers of the API's own types.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> MapKeys = new Dictionary<string, ImmutableArray<string>>
    {
        ["containers"] = ["name"],
        ["initContainers"] = ["name"],
        ["ephemeralContainers"] = ["name"],
        ["env"] = ["name"],
        ["volumes"] = ["name"],
        ["volumeMounts"] = ["mountPath"],
        ["volumeDevices"] = ["devicePath"],
        ["imagePullSecrets"] = ["name"],
        ["hostAliases"] = ["ip"],
        ["topologySpreadConstraints"] = ["topologyKey", "whenUnsatisfiable"],
        ["schedulingGates"] = ["name"],
        ["resourceClaims"] = ["name"],
        ["conditions"] = ["type"],
        ["ownerReferences"] = ["uid"],
        ["podIPs"] = ["ip"],
        ["addresses"] = ["type"],
        ["secrets"] = ["name"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> AtomicObjects = new[]
    {
        "selector", "labelSelector", "namespaceSelector", "podSelector", "nodeSelector", "involvedObject", "targetRef", "configMapKeyRef", "secretKeyRef",
        "fieldRef", "resourceFieldRef", "scaleTargetRef", "nodeSelectorTerm",
    }.ToFrozenSet();

    // These are there even in an empty object of the kind.
    private static readonly FrozenSet<string> AlwaysThere = new[]
    {
        "spec", "status", "template", "metadata", "strategy", "updateStrategy", "containers",
    }.ToFrozenSet();

    private readonly string _kind;
    private readonly string _parent;
    private readonly string _name;

    private BuiltInFieldSchema(string kind, string parent, string name) => (_kind, _parent, _name) = (kind, parent, name);

    public override bool IsAtomicObject => AtomicObjects.Contains(_name);

    public override bool CanBeOwned => !AlwaysThere.Contains(_name);

    public override ListKind ListKind => _name == "finalizers" ? ListKind.Set : Keys.IsEmpty ? ListKind.Atomic : ListKind.Map;

    public override ImmutableArray<string> Keys => _name == "ports" ? PortKeys : _kind == "EndpointSlice" && _name == "addresses" ? [] : MapKeys.GetValueOrDefault(_name, []);

    public override FieldSchema Element => this;

    private ImmutableArray<string> PortKeys => (_kind, _parent) switch
    {
        (_, "containers" or "initContainers" or "ephemeralContainers") => ["containerPort", "protocol"],
        ("Service", "spec") => ["port", "protocol"],
        _ => [],
    };

    public static FieldSchema Root(string kind) => new BuiltInFieldSchema(kind, "", "");

    public override FieldSchema Field(string name) => new BuiltInFieldSchema(_kind, _name, name);
}
