namespace HomelabPortal.Ui.Shell;

/// <summary>One entry of the navigation.</summary>
/// <param name="Title">The word people see.</param>
/// <param name="Href">Its address.</param>
/// <param name="Icon">Symbol of the interface sprite.</param>
/// <param name="Letter">Pressed after <c>g</c>, it goes there.</param>
/// <param name="Group">Heading it stands under; null for the places on top.</param>
internal sealed record Place(string Title, string Href, string Icon, char Letter, string? Group = null);
