using System.Text.Json.Serialization;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Invitations;

/// <summary>The body of an invitation.</summary>
internal sealed record InvitationBody([property: JsonConverter(typeof(JsonStringEnumConverter<Role>))] Role Role, string? Name);
