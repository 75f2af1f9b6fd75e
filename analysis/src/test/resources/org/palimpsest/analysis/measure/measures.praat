# Measures of one sound, for comparison: tab-separated tables beside it.
form Measures
  sentence Wave x.wav
  sentence Stem x
endform
sound = Read from file: wave$
To Formant (burg): 0, 5, 5500, 0.025, 50
Down to Table: "no", "yes", 9, "no", 3, "yes", 6, "yes"
Save as tab-separated file: stem$ + ".formant"
selectObject: sound
pitch = To Pitch (ac): 0, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600
frames = Get number of frames
for i to frames
  t = Get time from frame number: i
  hertz = Get value in frame: i, "Hertz"
  appendFileLine: stem$ + ".pitch", fixed$ (t, 9), tab$, fixed$ (hertz, 6)
endfor
selectObject: sound
intensity = To Intensity: 100, 0, "yes"
frames = Get number of frames
for i to frames
  t = Get time from frame number: i
  level = Get value in frame: i
  appendFileLine: stem$ + ".intensity", fixed$ (t, 9), tab$, fixed$ (level, 6)
endfor
selectObject: sound
ltas = To Ltas: 100
bins = Get number of bins
for i to bins
  level = Get value in bin: i
  appendFileLine: stem$ + ".ltas", i, tab$, fixed$ (level, 6)
endfor
