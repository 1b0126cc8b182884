using HomelabPortal.Checks.Editing;

namespace HomelabPortal.Checks.Presets;

/// <summary>How a well-known kind of server is asked whether it is well. "{host}" stands for where it is.</summary>
/// <param name="Family">The heading it stands under: "Databases".</param>
internal sealed record CheckPreset(string Id, string Title, string Family, CheckWish Check)
{
    public const string Place = "{host}";

    /// <summary>For one place; what was typed of the form beside it stays.</summary>
    public void Fill(CheckForm form)
    {
        var (host, filled) = (HostIn(form), Check.ToForm());
        (form.Kind, form.Port, form.Days) = (filled.Kind, filled.Port, filled.Days);
        (form.Method, form.Statuses, form.Contains, form.FollowsRedirects, form.VerifiesTls) = (filled.Method, filled.Statuses, filled.Contains, filled.FollowsRedirects, filled.VerifiesTls);
        (form.Url, form.Host) = (filled.Url.Replace(Place, host, StringComparison.Ordinal), host == Place ? "" : host);
        (form.RecordName, form.RecordType, form.Server) = (filled.RecordName, filled.RecordType, filled.Server.Replace(Place, host == Place ? "" : host, StringComparison.Ordinal));
        if (form.Name.Trim().Length == 0)
            form.Name = Title;
        if (form.Group.Trim().Length == 0)
            form.Group = Family;
    }

    private static string HostIn(CheckForm form) =>
        form.Host.Trim() is { Length: > 0 } host ? host : Uri.TryCreate(form.Url.Trim(), UriKind.Absolute, out var url) && url.Host.Length > 0 && !form.Url.Contains(Place, StringComparison.Ordinal) ? url.Host : Place;
}
