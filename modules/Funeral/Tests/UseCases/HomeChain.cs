using Anmin.Contracts.Booking;
using Anmin.Funeral.Ceremonies;
using Anmin.Funeral.ColdStore;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Temperatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Further ways inside the home. In the town 321302002 of the test pack every clock of a stay runs out at once.</summary>
internal static class HomeChain
{
    private static readonly int[] halls = new int[2];

    /// <summary>The smallest thing that begins like a JPEG.</summary>
    extension(Chain)
    {
        public static byte[] Picture => [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];
    }

    extension(Chain chain)
    {
        public async Task<string> ClosedBoxAsync()
        {
            var box = chain.Box();
            Must(await chain.App.As("冷藏").RunAsync(s => s.GetRequiredService<CloseBox>(), new CloseBox.Request(box, "2026-04-16 10:00", "检修")));
            return box;
        }

        public async Task<Guid> AlarmAsync()
        {
            // one alarm of a kind is open at a time: what another test left is over
            await chain.App.SqlAsync("update funeral_temperature_alarm set ended_at = raised_at");
            var at = Anmin.Testing.FakeClock.Start.AddHours(-1).AddMilliseconds(20 * chain.Next());
            Must(await chain.App.As("冷藏").RunAsync(s => s.GetRequiredService<RecordTemperatures>(), new RecordTemperatures.Request("fh-1", [new("1区", "probe", at.ToString("O"), "3"), new("1区", "probe", at.AddMilliseconds(10).ToString("O"), "25")])));
            return await chain.App.ReadAsync(db => db.TemperatureAlarms.Where(a => a.AcknowledgedAt == null).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        }

        public async Task<Guid> SettledAlarmAsync()
        {
            var alarm = await chain.AlarmAsync();
            Must(await chain.App.As("冷藏").RunAsync(s => s.GetRequiredService<AcknowledgeAlarm>(), new AcknowledgeAlarm.Request(alarm, "已处理")));
            return alarm;
        }

        /// <summary>Received in the town whose deadline is none.</summary>
        public Task<Deceased> OverdueAsync() => chain.ReceivedAsync(Report(place: "321302002"));

        public async Task<Deceased> NotifiedAsync(Deceased? begun = null)
        {
            var of = begun ?? await chain.OverdueAsync();
            Must(await chain.App.As("馆长").RunAsync(s => s.GetRequiredService<GiveOverdueNotice>(), new GiveOverdueNotice.Request(of.Id, of.Handler)));
            return of;
        }

        public async Task<Deceased> DeliveredAsync(Deceased? begun = null)
        {
            var of = await chain.NotifiedAsync(begun);
            Must(await chain.App.As("馆长").RunAsync(s => s.GetRequiredService<RecordNoticeReceipt>(), new RecordNoticeReceipt.Request(of.Id, DeliveryWay.InPerson, "2026-04-15")));
            return of;
        }

        public async Task<Deceased> AnnouncedAsync(Deceased? begun = null)
        {
            var of = await chain.DeliveredAsync(begun);
            Must(await chain.App.As("馆长").RunAsync(s => s.GetRequiredService<AnnounceOverdue>(), new AnnounceOverdue.Request(of.Id)));
            return of;
        }

        public async Task<Deceased> ProposedAsync(Deceased? begun = null)
        {
            var of = await chain.AnnouncedAsync(begun);
            Must(await chain.App.As("馆长").RunAsync(s => s.GetRequiredService<ProposeDisposal>(), new ProposeDisposal.Request(of.Id, "公告期满无人办理，建议火化")));
            return of;
        }

        /// <summary>With evidence, so that the chief can sign.</summary>
        public async Task<Deceased> ApprovedAsync(bool approve = true)
        {
            var begun = await chain.OverdueAsync();
            await chain.ProveAsync(begun);
            var of = await chain.ProposedAsync(begun);
            Must(await chain.App.As("县局").RunAsync(s => s.GetRequiredService<GiveStayOpinion>(), new GiveStayOpinion.Request(of.Id, approve, "程序完备")));
            return of;
        }

        public async Task<Deceased> SignedAsync()
        {
            var of = await chain.ApprovedAsync();
            Must(await chain.App.As("馆长").RunAsync(s => s.GetRequiredService<SignByOpinion>(), new SignByOpinion.Request(of.Id, "宿公备2026-9", true)));
            return of;
        }

        public Task<string> NoticeNumberAsync(Deceased of) => chain.App.ReadAsync(db => db.OverdueStays.Where(o => o.CaseId == of.Id).Select(o => o.NoticeNumber!).SingleAsync());

        /// <summary>An order for makeup, the body in the preparation room.</summary>
        public async Task<(Deceased Of, Guid Order)> InRoomAsync()
        {
            var of = await chain.ReceivedAsync();
            var order = Must(await chain.App.As("前台").RunAsync(s => s.GetRequiredService<OrderPreparation>(), new OrderPreparation.Request(of.Id, "makeup", null, null, null, of.Handler, "同意书原件存前台", null)));
            Must(await chain.App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveRemains>(), new MoveRemains.Request(of.Id, of.Tag, "fh-1-prep-1", null)));
            return (of, order.OrderId);
        }

        public async Task<(Deceased Of, Guid Order)> PreparingAsync()
        {
            var at = await chain.InRoomAsync();
            Must(await chain.App.As("整容").RunAsync(s => s.GetRequiredService<StartPreparation>(), new StartPreparation.Request(at.Order, at.Of.Tag, null)));
            return at;
        }

        /// <summary>A vigil hall booked for two hours of a day nobody else has; one of forty, as one that is in use stays so.</summary>
        public async Task<(Deceased Of, Guid Booking)> HallAsync()
        {
            var hall = $"fh-1-vigil-{1 + (Interlocked.Increment(ref halls[(int)chain.App.Kind]) % 40)}";
            var of = await chain.ReceivedAsync();
            var from = new DateTimeOffset(2026, 4, 16, 0, 0, 0, TimeSpan.Zero).AddDays(chain.Next());
            var reply = Must(await chain.App.As("告别厅").RunAsync<BookForTest.Request, BookForTest.Reply>(s => ActivatorUtilities.CreateInstance<BookForTest>(s), new BookForTest.Request(of.Id, "farewell", hall, from, from.AddHours(2))));
            return (of, reply.Booking);
        }

        public async Task<(Deceased Of, Guid Booking)> ReadyAsync(bool withBody = true)
        {
            var at = await chain.HallAsync();
            if (!withBody) Must(await chain.App.As("告别厅").RunAsync(s => s.GetRequiredService<DescribeCeremony>(), new DescribeCeremony.Request(at.Of.Id, at.Booking, null, false, false, null)));
            Must(await chain.App.As("告别厅").RunAsync(s => s.GetRequiredService<ReadyHall>(), new ReadyHall.Request(at.Of.Id, at.Booking)));
            return at;
        }

        public async Task<(Deceased Of, Guid Booking)> RunningAsync()
        {
            var at = await chain.ReadyAsync(withBody: false);
            Must(await chain.App.As("告别厅").RunAsync(s => s.GetRequiredService<StartCeremony>(), new StartCeremony.Request(at.Of.Id, at.Booking)));
            return at;
        }
    }
}

/// <summary>Books through the Gate, as the scheduling page does.</summary>
public sealed class BookForTest(IBookings bookings) : IUseCase<BookForTest.Request, BookForTest.Reply>
{
    public sealed record Request(Guid Subject, string Purpose, string Resource, DateTimeOffset From, DateTimeOffset Until);

    public sealed record Reply(Guid Booking);

    public Permission Permission => FuneralPermissions.BookTime;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => (await bookings.BookAsync(new BookingWish(request.Subject, request.Purpose, [new(request.Resource, request.From, request.Until)]), ct)).Try(out var booked, out var problem) ? new Reply(booked[0].Id) : problem;
}
