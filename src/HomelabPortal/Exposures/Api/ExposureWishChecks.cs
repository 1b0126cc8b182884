namespace HomelabPortal.Exposures.Api;

/// <summary>Pure: what only a program can get wrong, since the page offers no such choice. The rest is the form's to check.</summary>
internal static class ExposureWishChecks
{
    public static Dictionary<string, string> FaultsOf(ExposureWish wish)
    {
        var faults = new Dictionary<string, string>();
        if (wish.Backend is not { } backend)
            faults["backend"] = "Say what answers behind the hostname: a backend with its kind.";
        else if (backend.Kind is null)
            faults["backend.kind"] = "The kind of a backend is service, container or address.";
        else
            FindStrays(backend, faults);
        if (wish.Backend?.Scheme is not (null or "http" or "https"))
            faults["backend.scheme"] = "The scheme is http or https.";
        if (wish.Visibility is null or Desired.Visibility.Lan)
            FindStrays(wish, faults);
        else if (wish is { LoginPolicy: not null, Confirm: not null })
            faults["confirm"] = "It is either guarded by a login policy or public without one. Leave out loginPolicy or confirm.";
        if (wish.OpenPaths is { } paths && paths.Any(path => path is null || path.Contains('\n', StringComparison.Ordinal)))
            faults["openPaths"] = "Each open path is one line of text, such as /api.";
        return faults;
    }

    private static void FindStrays(ExposureWish wish, Dictionary<string, string> faults)
    {
        const string Why = "This counts for the visibility tunnel alone.";
        if (wish.LoginPolicy is not null)
            faults["loginPolicy"] = Why;
        if (wish.OpenPaths is { Count: > 0 })
            faults["openPaths"] = Why;
        if (wish.ExpiresAt is not null)
            faults["expiresAt"] = Why;
    }

    /// <summary>A member that does not count for the kind would be ignored, and its sender would think it was heard.</summary>
    private static void FindStrays(BackendWish backend, Dictionary<string, string> faults)
    {
        (string Name, string? Value, bool Counts)[] members =
        [
            ("namespace", backend.Namespace, backend.Kind == BackendKind.Service),
            ("service", backend.Service, backend.Kind == BackendKind.Service),
            ("container", backend.Container, backend.Kind == BackendKind.Container),
            ("address", backend.Address, backend.Kind == BackendKind.Address),
            ("port", backend.Port, backend.Kind != BackendKind.Container),
            ("scheme", backend.Scheme, backend.Kind != BackendKind.Service),
        ];
        foreach (var member in members.Where(member => member is { Value: not null, Counts: false }))
            faults[$"backend.{member.Name}"] = $"A backend of the kind {backend.Kind.ToString()?.ToLowerInvariant()} has no {member.Name}.";
    }
}
