using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StandInsApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "identity_appointment_once",
                table: "identity_appointment");

            migrationBuilder.CreateIndex(
                name: "identity_appointment_once",
                table: "identity_appointment",
                columns: new[] { "staff_id", "post_id", "institution", "from" },
                unique: true,
                filter: "ended_at is null and in_place_of is null");

            migrationBuilder.CreateIndex(
                name: "identity_appointment_stand_in",
                table: "identity_appointment",
                columns: new[] { "staff_id", "post_id", "institution", "in_place_of", "from" },
                unique: true,
                filter: "ended_at is null and in_place_of is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "identity_appointment_once",
                table: "identity_appointment");

            migrationBuilder.DropIndex(
                name: "identity_appointment_stand_in",
                table: "identity_appointment");

            migrationBuilder.CreateIndex(
                name: "identity_appointment_once",
                table: "identity_appointment",
                columns: new[] { "staff_id", "post_id", "institution", "from" },
                unique: true,
                filter: "ended_at is null");
        }
    }
}
