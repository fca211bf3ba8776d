using System.Text.Json;
using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

/// <summary>A newer city pack changes what is the pack's, and leaves alone what was entered here.</summary>
public sealed class PackReloadTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_entered_here_outlives_a_newer_pack(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var town = Town.Of(app);
        var (place, section, role) = (await town.PlaceAsync(), await town.SectionAsync(), await town.RoleAsync());
        var person = await town.PersonAsync(place, await town.PostAsync(role));
        await town.AppointedAsync("t-qiantai");
        Town.Must(await town.RunAsync<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>("管理员", new("t-zhengrong", null, null, "退休")));
        var before = await LocalAsync(app);

        await LoadAsync(app, staff => staff.Replace("t-qiantai,周敏,", "t-qiantai,周敏敏,", StringComparison.Ordinal).Replace("t-lengcang,林永安,fh-1,321302,cold-store,冷藏\n", "", StringComparison.Ordinal));

        (await LocalAsync(app)).ShouldBe(before);
        town.Staff.ActorOf(person)!.May(new("funeral.case.read", "")).ShouldBeTrue();
        town.Now.Rows.Sections.Single(s => s.Id == section).Active.ShouldBeTrue();
        town.Staff.Find("t-qiantai")!.Name.ShouldBe("周敏敏", "the pack's own follows the pack");
        town.Staff.ActorOf("t-qiantai")!.Post.ShouldBe("前台、司机", "and keeps what was given here");
        town.Staff.ActorOf("t-lengcang").ShouldBeNull("gone from the pack");
        town.Staff.ActorOf("t-zhengrong").ShouldBeNull("left, whatever the pack says");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_newer_pack_cannot_make_an_administrator_of_somebody_with_a_business_post(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var town = Town.Of(app);
        await town.AppointedAsync("t-xianju", "leader", "bu-1");
        await LoadAsync(app, staff => staff.Replace("t-xianju,郑文,bu-1,321302,county-officer,县局", "t-xianju,郑文,bu-1,321302,audit-administrator,县局", StringComparison.Ordinal));
        var actor = town.Staff.ActorOf("t-xianju")!;
        actor.May(IdentityPermissions.ReadAudit).ShouldBeTrue();
        actor.Post.ShouldBe("审计管理员", "the post given here rests as long as the pack says otherwise");
    }

    private static async Task LoadAsync(TestApp app, Func<string, string> staff)
    {
        var above = Directory.CreateTempSubdirectory("anmin-pack-").FullName;
        var folder = Path.Combine(above, "pack");
        try
        {
            var from = Path.Combine(AppContext.BaseDirectory, "pack");
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
            var people = Path.Combine(folder, "staff.csv");
            var (before, after) = (await File.ReadAllTextAsync(people), staff(await File.ReadAllTextAsync(people)));
            after.ShouldNotBe(before);
            await File.WriteAllTextAsync(people, after);
            var loader = app.Services.GetRequiredService<PackLoader>();
            var pack = loader.Read(folder);
            pack.Faults.ShouldBeEmpty();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await loader.LoadAsync(pack, default);
            await app.Services.GetRequiredService<Reference>().RefreshAsync(default);
        }
        finally
        {
            Directory.Delete(above, recursive: true);
        }
    }

    private static Task<string> LocalAsync(TestApp app) => app.ReadAsync(async db => JsonSerializer.Serialize(new object[]
    {
        await db.Set<Institution>().AsNoTracking().Where(i => i.Local).OrderBy(i => i.Id).ToListAsync(), await db.Set<Section>().AsNoTracking().Where(i => i.Local).OrderBy(i => i.Id).ToListAsync(), await db.Set<Role>().AsNoTracking().Where(i => i.Local).OrderBy(i => i.Id).ToListAsync(),
        await db.Set<Post>().AsNoTracking().Where(i => i.Local).OrderBy(i => i.Id).ToListAsync(), await db.Set<Staff>().AsNoTracking().Where(i => i.Local).OrderBy(i => i.Id).ToListAsync(), await db.Set<Appointment>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(),
    }));
}
