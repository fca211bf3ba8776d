using Anmin.Kernel.Actors;
using Anmin.Testing;

namespace Anmin.Identity.Tests.Administration;

/// <summary>Actors with exactly the rights a test is about.</summary>
internal static class Somebody
{
    public static Acting With(TestApp app, params Permission[] permissions)
        => app.As(new Actor("t-" + Guid.NewGuid().ToString("N")[..8], "卫方", "管理员", DataScope.Nothing, permissions.Select(p => p.Code).ToHashSet()));

    public static Acting WithNothing(TestApp app) => With(app);
}
