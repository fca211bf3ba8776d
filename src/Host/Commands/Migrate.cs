using Anmin.Kernel.Data;

namespace Anmin.Host.Commands;

internal static class Migrate
{
    public static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        await using var app = AnminApp.Quiet(input.Options with { ReadOnly = input.Plan });
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        if (input.Plan) return await PlanAsync(db, input.Print, ct);
        var applied = await Database.MigrateAsync(db, ct);
        foreach (var name in applied) input.Print.Line($"已执行 {name}");
        input.Print.Line(applied.Count == 0 ? "数据库已经是最新的，触发器已重新核对。" : $"完成，共{applied.Count}步。");
        input.Print.Document(new { applied });
        return 0;
    }

    private static async Task<int> PlanAsync(AnminDb db, Printer print, CancellationToken ct)
    {
        var pending = await Database.PendingAsync(db, ct);
        var sql = pending.Count == 0 ? "" : await Database.PlanAsync(db, ct);
        print.Line(pending.Count == 0 ? "没有要执行的步骤。" : $"要执行{pending.Count}步：{string.Join("、", pending)}\n\n{sql}");
        print.Document(new { pending, sql });
        return 0;
    }
}
