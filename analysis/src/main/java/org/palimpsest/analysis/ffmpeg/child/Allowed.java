package org.palimpsest.analysis.ffmpeg.child;

/**
 * What of FFmpeg may touch a file: containers of audio that come up in case work, and their
 * decoders. No playlists, no pictures, no film, nothing that names another file.
 */
final class Allowed {
  static final String CONTAINERS =
      "mp3,ogg,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,amr,amrnb,amrwb,aac,aiff,wav";

  static final String DECODERS =
      "mp3float,mp3,mp2float,mp2,vorbis,opus,aac,amrnb,amrwb,alac,flac,libspeex,speex,"
          + "gsm,gsm_ms,adpcm_ima_wav,adpcm_ms,adpcm_ima_qt,adpcm_g726,adpcm_g722,"
          + "pcm_s8,pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,"
          + "pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_alaw,pcm_mulaw";

  private Allowed() {}
}
