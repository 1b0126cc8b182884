using Microsoft.AspNetCore.Authorization;

namespace HomelabPortal.Access.Authority;

/// <summary>Lets the framework's authorization ask the same table as everybody else.</summary>
internal sealed class ActHandler(AuthorityCheck authority) : AuthorizationHandler<ActRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActRequirement requirement)
    {
        var refusal = authority.WhyNot(Actor.Of(context.User), requirement.Act);
        if (refusal is null)
            context.Succeed(requirement);
        else
            context.Fail(new AuthorizationFailureReason(this, refusal.Message));
        return Task.CompletedTask;
    }
}
