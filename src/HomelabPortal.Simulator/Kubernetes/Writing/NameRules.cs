using System.Text.RegularExpressions;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Which names an object may have.</summary>
internal static partial class NameRules
{
    private const string LabelText =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
        + "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private const string SubdomainText =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private const string ServiceText =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character "
        + "(e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    public static IEnumerable<FieldError> Check(ApiResource resource, string name)
    {
        var (shape, length, text) = resource switch
        {
            { Group: "", Plural: "services" } => (ServiceName(), 63, ServiceText),
            { Group: "", Plural: "namespaces" } => (Label(), 63, LabelText),
            // These may hold what is not a DNS name, such as "system:node".
            { Group: "rbac.authorization.k8s.io" } => (PathSegment(), int.MaxValue, "may not contain '/' or '%'"),
            _ => (Subdomain(), 253, SubdomainText),
        };
        if (name.Length > length) yield return FieldError.Invalid("metadata.name", name, $"must be no more than {length} characters");
        if (!shape.IsMatch(name)) yield return FieldError.Invalid("metadata.name", name, text);
    }

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex Subdomain();

    [GeneratedRegex(@"\A[a-z]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"\A[^/%]+\z")]
    private static partial Regex PathSegment();
}
