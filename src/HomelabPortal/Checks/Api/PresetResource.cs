using HomelabPortal.Checks.Editing;

namespace HomelabPortal.Checks.Api;

/// <summary>How a well-known kind of server is asked whether it is well: a body for a new check, in which {host} is to be replaced.</summary>
internal sealed record PresetResource(string Id, string Title, string Family, CheckWish Check);
