using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Providers;

/// <summary>Which group of the provider gives which role, by its exact name. The highest wins; who is in none has none.</summary>
internal sealed record GroupRules(string? Admin, string? Operator, string? Viewer)
{
    /// <summary>Then the provider lets in only who was linked to an account.</summary>
    public bool IsEmpty => this is { Admin: null, Operator: null, Viewer: null };

    public Role? RoleOf(IReadOnlyCollection<string> groups)
    {
        return IsIn(Admin) ? Role.Admin : IsIn(Operator) ? Role.Operator : IsIn(Viewer) ? Role.Viewer : null;

        bool IsIn(string? group) => group is not null && groups.Contains(group, StringComparer.Ordinal);
    }
}
