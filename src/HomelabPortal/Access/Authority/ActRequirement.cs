using Microsoft.AspNetCore.Authorization;

namespace HomelabPortal.Access.Authority;

internal sealed record ActRequirement(Act Act) : IAuthorizationRequirement;
