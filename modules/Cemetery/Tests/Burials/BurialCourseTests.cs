using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Burials.Moves;
using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Burials;

/// <summary>A walk of use cases on the databases: deposit, burial, move, exhumation, collection in any order; the books of both rooms agree after every step (I4, I5).</summary>
public abstract class BurialCourseTests(AppFixture fixture)
{
    private const int Steps = 120;

    private TestApp App => fixture.App;

    [Fact]
    public async Task The_books_of_both_rooms_agree_whatever_is_tried()
    {
        var random = new Random(20260415);
        var people = new List<Cremated>();
        for (var i = 0; i < 4; i++) people.Add(await App.CrematedAsync(known: i % 2 == 0));
        var positions = await App.PositionsAsync(4, capacity: 1);
        var rights = new List<Guid>();
        foreach (var position in positions) rights.Add(await App.ActiveAsync(position));
        var done = 0;
        for (var step = 0; step < Steps; step++)
        {
            var of = people[random.Next(people.Count)];
            if (await TryAsync(random, of, rights)) done++;
            await AgreeAsync(step);
        }
        done.ShouldBeGreaterThan(Steps / 10);
    }

    private async Task<bool> TryAsync(Random random, Cremated of, List<Guid> rights)
    {
        var resting = await App.ReadAsync(db => db.Interments.IgnoreQueryFilters().Where(i => i.Ashes == of.Ashes && i.RemovedOn == null).Select(i => new { i.Id, i.RightId, i.Kind }).FirstOrDefaultAsync());
        switch (random.Next(5))
        {
            case 0:
                return (await App.As("骨灰").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(of.Ashes, FormattableString.Invariant($"fh-1-n-{random.Next(60, 64):000}"), 1, null))).Ok;
            case 1:
                return resting is not null && (await App.As("骨灰").RunAsync(s => s.GetRequiredService<CollectDeposit>(), new CollectDeposit.Request(resting.RightId, "周建国", "子女", true, null, App.IdOf("骨灰乙")))).Ok;
            case 2 or 3:
                return (await App.BuryAsync(rights[random.Next(rights.Count)], of.Ashes)).Ok;
            default:
                if (resting is null || !(await App.As("公墓园务").RunAsync(s => s.GetRequiredService<ExhumeBurial>(), new ExhumeBurial.Request(resting.Id, "家属要求", false))).Try(out var asked, out _)) return false;
                Yard.Must(await App.As("公墓负责人").RunAsync(s => s.GetRequiredService<ApproveMove>(), new ApproveMove.Request(asked.Move, true, null)));
                return (await App.As("公墓园务").RunAsync(s => s.GetRequiredService<FinishMove>(), new FinishMove.Request(asked.Move, App.IdOf("公墓园务乙")))).Ok;
        }
    }

    private async Task AgreeAsync(int step)
    {
        (await App.CountAsync("select count(*) from (select ashes from cemetery_interment where removed_on is null and ashes is not null group by ashes having count(*) > 1) x")).ShouldBe(0, $"step {step}: one container in two places");
        (await App.CountAsync("select count(*) from cemetery_interment i join cemetery_position p on p.id = i.position_id join funeral_ashes a on a.number = i.ashes where i.removed_on is null and a.place_id <> p.code")).ShouldBe(0, $"step {step}: custody names another place");
        (await App.CountAsync("select count(*) from funeral_ashes a where a.status in ('Deposited', 'Placed', 'Interred') and not exists (select 1 from cemetery_interment i where i.ashes = a.number and i.removed_on is null)")).ShouldBe(0, $"step {step}: custody says they rest, nobody knows where");
        (await App.CountAsync("select count(*) from cemetery_position p where p.state = 'Occupied' and not exists (select 1 from cemetery_interment i where i.position_id = p.id and i.removed_on is null)")).ShouldBe(0, $"step {step}: an empty place is called occupied");
        (await App.CountAsync("select count(*) from (select position_id from cemetery_right where state in ('Held', 'Signed', 'Paid', 'Active') group by position_id having count(*) > 1) x")).ShouldBe(0, $"step {step}: two rights to one place");
    }
}

public sealed class BurialCourseOnSqlite(SqliteApp app) : BurialCourseTests(app), IClassFixture<SqliteApp>;

public sealed class BurialCourseOnPostgres(PostgresApp app) : BurialCourseTests(app), IClassFixture<PostgresApp>;
