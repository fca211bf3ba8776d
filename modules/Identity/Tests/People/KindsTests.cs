using System.Globalization;
using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Testing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

/// <summary>三员分立 and the places of a data scope, whatever is asked in whatever order.</summary>
public abstract class KindsTests(AppFixture fixture)
{
    private static readonly int Walks = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 12 : 200;
    private static readonly string[] Posts = ["reception", "driver", "county-officer", "city-officer", "township-officer", "police", "system-administrator", "security-administrator", "audit-administrator", "leader", "nothing"];
    private static readonly string[] Places = ["fh-1", "fh-2", "bu-0", "bu-1", "bu-2", "to-1", "po-1", "nowhere"];

    private sealed record Wish(string Post, string Place, string? Division, int From, int? Days);

    private static Gen<Wish> Wishes => from post in Gen.Elements(Posts)
                                       from place in Gen.Elements(Places)
                                       from division in Gen.Elements(null, null, null, "3213", "321302", "321322", "321302001")
                                       from day in Gen.Choose(-2, 20)
                                       from days in Gen.Elements<int?>(null, 0, 3, 9)
                                       select new Wish(post, place, division, day, days);

    [Fact]
    public async Task Whatever_is_accepted_nobody_ever_holds_two_kinds_or_more_divisions_than_there_are_places()
    {
        var town = Town.Of(fixture.App);
        var (accepted, refused) = (0, new HashSet<string>());
        foreach (var wishes in Gen.Sample(Wishes.ListOf(12), Walks))
        {
            var person = await town.PersonAsync("fh-1", "reception");
            var officer = await town.PersonAsync("bu-1", "county-officer");
            var keeper = await town.PersonAsync("bu-1", "audit-administrator");
            foreach (var (wish, who) in wishes.SelectMany(w => new[] { person, officer, keeper }.Select(p => (w, p))))
            {
                var outcome = await town.RunAsync<AppointStaff, AppointStaff.Request, AppointStaff.Reply>("管理员", Request(town, who, wish));
                if (outcome.Ok) accepted++; else refused.Add(outcome.Problem!.Code);
            }
            foreach (var who in (string[])[person, officer, keeper]) Lawful(town, who);
        }
        accepted.ShouldBeGreaterThan(Walks);
        ((string[])["identity.kinds.mixed", "identity.post.elsewhere", "identity.appointment.already", "identity.post.unknown", "identity.institution.unknown"]).Except(refused).ShouldBeEmpty("the walk meets every refusal it is about");
    }

    private static AppointStaff.Request Request(Town town, string who, Wish wish)
        => new(who, wish.Post, wish.Place, wish.Division, town.Day(wish.From), wish.Days is { } days ? town.Day(wish.From + days) : null, string.Create(CultureInfo.InvariantCulture, $"第{wish.From}天"));

    /// <summary>On every day of the month the tables are read as they would be on that day.</summary>
    private static void Lawful(Town town, string who)
    {
        for (var day = 0; day < 32; day++)
        {
            var then = PeopleView.Of(town.Now.Rows, town.Today.AddDays(day));
            var held = then.Rows.Staff.Single(s => s.Id == who).PostIds().Concat(then.Rows.Appointments.Where(a => a.StaffId == who && a.Holds(then.Day)).Select(a => a.PostId));
            held.SelectMany(p => then.Posts[p].RoleIds()).Select(r => then.Roles[r].Kind).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
            var divisions = then.Holdings[who].Select(h => h.Division).Distinct().ToList();
            divisions.Count(d => !divisions.Exists(o => o != d && d.StartsWith(o, StringComparison.Ordinal))).ShouldBeLessThanOrEqualTo(DataScope.MostDivisions);
        }
    }

    [Fact]
    public async Task Where_two_kinds_got_into_the_table_all_the_same_only_the_first_counts()
    {
        var town = Town.Of(fixture.App);
        var person = await town.PersonAsync("bu-1", "county-officer");
        await fixture.App.ReadAsync(async db =>
        {
            db.Add(new Appointment { StaffId = person, PostId = "audit-administrator", Institution = "bu-1", Division = "321302", From = town.Today, Reason = "并发", MadeBy = "test", MadeAt = fixture.App.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await town.PersonAsync("fh-1", "reception"); // whatever makes the node read afresh
        var actor = town.Staff.ActorOf(person)!;
        actor.May(IdentityPermissions.ReadAudit).ShouldBeFalse();
        actor.May(new("funeral.case.read", "")).ShouldBeTrue();
    }
}

public sealed class KindsOnSqlite(SqliteApp f) : KindsTests(f), IClassFixture<SqliteApp>;

public sealed class KindsOnPostgres(PostgresApp f) : KindsTests(f), IClassFixture<PostgresApp>;
